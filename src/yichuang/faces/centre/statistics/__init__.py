"""The pages of statistics (统计): the numbers of a period, the cases behind each, registers, subscriptions."""
