"""What all faces share: templates, components, forms, uploads, sentences (共用界面)."""
