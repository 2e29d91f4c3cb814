"""收款账簿: acts on a centre's money that concern no single case, on one chain for each region."""
