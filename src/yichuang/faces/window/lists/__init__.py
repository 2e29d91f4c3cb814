"""等窗口办理的清单: pre-review, corrections, refusals, decisions, results to hand out."""
