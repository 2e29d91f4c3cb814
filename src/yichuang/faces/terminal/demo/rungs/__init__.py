"""层级示例: a township with its service centre and a village point, whose cases go up to the district."""
