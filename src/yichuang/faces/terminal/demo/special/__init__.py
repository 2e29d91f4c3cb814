"""特别办理 in the demonstration: outstanding materials, promises, fees, filings, the green channel."""
