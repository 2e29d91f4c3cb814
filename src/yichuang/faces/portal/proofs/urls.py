"""Addresses of the proofs."""

from django.urls import path

from yichuang.faces.portal.proofs import machine, of_case, page

urlpatterns = [
    path("proofs/", page.page, name="proofs"),
    path("proofs/days/<str:day>.json", page.day, name="proof_day"),
    path("proofs/verify_ledger.py", page.verifier, name="proof_verifier"),
    path("proofs/checkpoint/", machine.newest, name="proof_newest"),
    path("proofs/checkpoint/<int:number>/", machine.one, name="proof_one"),
    path("proofs/consistency/", machine.consistent, name="proof_consistency"),
    path("proofs/inclusion/", machine.included, name="proof_inclusion"),
    path("proofs/leaves/", machine.leaves, name="proof_leaves"),
    path("proofs/witness/", machine.witness, name="proof_witness"),
    path("track/<str:no>/proof.json", of_case.tracked, name="track_proof"),
    path("my/cases/<str:no>/proof.json", of_case.own, name="my_proof"),
]
