"""Application forms from JSON Schema (申请表单), checked on the server. Start at schema_form."""
