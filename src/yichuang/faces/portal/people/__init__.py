"""身份和单位: as whom one acts on line, and whom an organisation named."""
