"""Addresses of the window."""

from django.urls import path

from yichuang.faces.window import papers
from yichuang.faces.window.calling import appointments, customer, reception
from yichuang.faces.window.calling import panel as calling
from yichuang.faces.window.case import deciding, receiving, result, turning_away
from yichuang.faces.window.cash import case as cash_case
from yichuang.faces.window.cash import desk as cash_desk
from yichuang.faces.window.delivery import page as delivery
from yichuang.faces.window.intake import views as intake
from yichuang.faces.window.lists import views as lists
from yichuang.faces.window.phone import pages as phone
from yichuang.faces.window.rating import pages as rating
from yichuang.faces.window.special import comparing, completing, entrusting, pages
from yichuang.faces.window.special import lists as special_lists

app_name = "window"
urlpatterns = [
    path("desk/", intake.desk, name="desk"),
    path("desk/look/", intake.look, name="desk_look"),
    path("desk/items/", intake.items, name="items"),
    path("desk/prereview/", lists.prereview, name="prereview"),
    path("desk/supplements/", lists.supplements, name="supplements"),
    path("desk/accepted/", lists.accepted, name="accepted"),
    path("desk/pickup/", lists.pickup, name="pickup"),
    path("desk/refusals/", lists.refusals, name="refusals"),
    path("desk/decisions/", lists.decisions, name="decisions"),
    path("desk/cash/", cash_desk.desk, name="cash"),
    path("desk/cash/close/", cash_desk.close, name="cash_close"),
    path("desk/cash/<str:no>/", cash_case.case, name="cash_case"),
    path("desk/pad/", rating.pad, name="pad"),
    path("desk/<str:no>/ask-rating/", rating.ask, name="ask_rating"),
    path("desk/gaps/", special_lists.gaps, name="gaps"),
    path("desk/fees/", special_lists.fees, name="fees"),
    path("desk/green/", special_lists.green, name="green_list"),
    path("desk/calling/", calling.panel, name="calling"),
    path("desk/reception/", reception.reception, name="reception"),
    path("desk/appointments/", appointments.appointments, name="appointments"),
    path("desk/customer/", customer.customer, name="customer"),
    path("desk/customer/signature/", customer.signature, name="customer_signature"),
    path("desk/<str:no>/fee-notice/", pages.notify, name="fee_notice"),
    path("desk/<str:no>/fee-paid/", pages.pay, name="fee_paid"),
    path("desk/<str:no>/green/", pages.green, name="green"),
    path("desk/<str:no>/filing/", pages.conclude, name="filing"),
    path("desk/<str:no>/promise/", pages.promise, name="promise"),
    path("desk/<str:no>/mandate/", pages.mandate, name="mandate"),
    path("desk/<str:no>/mandate/new/", entrusting.entrust, name="entrust"),
    path("desk/<str:no>/waive/", pages.waive, name="waive"),
    path("desk/<str:no>/complete/", completing.complete, name="complete"),
    path("desk/<str:no>/originals/", comparing.originals, name="originals"),
    path("desk/<str:no>/correct-now/", completing.correct, name="correct_now"),
    path("desk/deliveries/", delivery.listing, name="deliveries"),
    path("desk/<str:no>/delivery/", delivery.page, name="delivery"),
    path("desk/<str:no>/delivery/proof/<str:digest>/", delivery.proof, name="delivery_proof"),
    path("desk/<str:no>/delivery/<slug:do>/", delivery.step, name="delivery_step"),
    path("desk/<str:no>/delivery/of/<uuid:document>/", delivery.page, name="decision_delivery"),
    path("desk/<str:no>/delivery/of/<uuid:document>/<slug:do>/", delivery.step, name="decision_delivery_step"),
    path("desk/phone/<uuid:link>/", phone.arrivals, name="phone_arrivals"),
    path("desk/phone/<uuid:link>/<str:digest>/", phone.arrived, name="phone_file"),
    path("desk/<str:no>/phone/", phone.of_case, name="phone_case"),
    path("desk/<str:no>/", receiving.case, name="case"),
    path("desk/<str:no>/look/", receiving.look, name="look"),
    path("desk/<str:no>/prereview/", receiving.note, name="note"),
    path("desk/<str:no>/supplement/", receiving.bring, name="supplement"),
    path("desk/<str:no>/not-needed/", turning_away.not_needed, name="not_needed"),
    path("desk/<str:no>/refuse/", turning_away.refuse, name="refuse"),
    path("desk/<str:no>/return/", turning_away.give_back, name="return"),
    path("desk/<str:no>/check/", deciding.check, name="check"),
    path("desk/<str:no>/decide/", deciding.sign, name="decide"),
    path("desk/<str:no>/route/", result.send_on, name="route"),
    path("desk/<str:no>/issue/", result.certify, name="issue"),
    path("desk/<str:no>/deliver/", result.hand_over, name="deliver"),
    path("desk/<str:no>/close/", result.finish, name="close"),
    path("desk/<str:no>/withdraw/", result.take_back, name="withdraw"),
    path("desk/<str:no>/papers/", papers.papers, name="papers"),
]
