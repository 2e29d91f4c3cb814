"""开放接口: catalogue, submission, tracking for other systems; OpenAPI 3.1, problem+json, bearer tokens."""
