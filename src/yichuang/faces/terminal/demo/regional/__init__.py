"""各地的备案、直接许可、转报和上报示例: what regimes ask of filings, direct licences and cases that go up a level."""
