"""What the centre is there for (中心职能): its institutions, whether all is done in it, how departments perform."""
