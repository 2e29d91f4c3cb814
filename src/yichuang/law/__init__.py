"""法: dated, cited parameters and holiday notices as data, and the loader."""
