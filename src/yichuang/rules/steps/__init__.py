"""非法定特殊环节: special steps that no law asks for, how they are approved and dated."""
