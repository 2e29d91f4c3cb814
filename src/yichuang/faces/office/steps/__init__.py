"""特殊环节审定: steps that no law asks for, asked for by the department and settled by the centre."""
