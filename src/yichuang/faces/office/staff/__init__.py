"""人员与代岗: who is away, who stands in, who signs by delegation, what the windows were granted."""
