"""大厅: halls and their windows, appointments, queue numbers and screens. Desk-keeping: no ledger, plain rows."""
