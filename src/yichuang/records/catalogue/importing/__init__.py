"""导入: turn a guide as officials write it (mapping of Chinese words) into the fields of an item version."""
