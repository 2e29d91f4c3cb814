"""命令行: the command line is a face too. clock, law and check import no Django."""
