"""Addresses of the back office."""

from django.urls import path

from yichuang.faces.office.asking import ask, calling, listing, meeting, reply, reporting
from yichuang.faces.office.cases import (
    clicks,
    comparing,
    deciding,
    leafing,
    page,
    proposing,
    reading,
    refusing,
    reviewing,
    stopping,
)
from yichuang.faces.office.certificates import page as certificates
from yichuang.faces.office.feedback.urls import urlpatterns as feedback
from yichuang.faces.office.hearing import inspecting, marking
from yichuang.faces.office.hearing import page as hearings
from yichuang.faces.office.joint import board, concluding, part_clock, parts, rounds
from yichuang.faces.office.levels import board as levels
from yichuang.faces.office.levels.acting import PAGES
from yichuang.faces.office.projects import pages as projects
from yichuang.faces.office.special import lists as special_lists
from yichuang.faces.office.special import pages as special
from yichuang.faces.office.staff import absences, delegations, postings, powers
from yichuang.faces.office.staff import page as roster
from yichuang.faces.office.staffing.urls import urlpatterns as staffing
from yichuang.faces.office.steps import by_hand
from yichuang.faces.office.steps import page as steps
from yichuang.faces.office.supervision import inbox as urgings
from yichuang.faces.office.worklist import claiming, handing
from yichuang.faces.office.worklist import page as worklist

app_name = "office"
urlpatterns = [
    *feedback,
    path("worklist/", worklist.page, name="worklist"),
    path("worklist/claim/", claiming.claim_many, name="claim_many"),
    path("worklist/handover/", handing.hand_over_many, name="hand_over_many"),
    path("staff/", roster.page, name="staff"),
    path("staff/absence/", absences.absence_page, name="absence"),
    path("staff/absence/one/", absences.absence_one, name="absence_one"),
    path("staff/delegation/", delegations.delegation_page, name="delegation"),
    path("staff/delegation/one/", delegations.delegation_one, name="delegation_one"),
    path("staff/powers/", powers.powers_page, name="powers"),
    path("staff/posting/", postings.posting_page, name="posting"),
    path("staff/list/", roster.hand_over_list, name="hand_over_list"),
    *staffing,
    path("urgings/", urgings.page, name="urgings"),
    path("urgings/<uuid:measure>/", urgings.one, name="urging"),
    path("worklist/special/", special_lists.special, name="special"),
    path("cases/<no>/filing/", special.conclude_page, name="filing"),
    path("cases/<no>/fee-ask/", special.ask_page, name="fee_ask"),
    path("cases/<no>/fee-assess/", special.assess_page, name="fee_assess"),
    path("cases/<no>/fee-confirm/", special.confirm_page, name="fee_confirm"),
    path("cases/<no>/fee-lapse/", special.lapse_page, name="fee_lapse"),
    path("cases/<no>/tolerance-fail/", special.fail_page, name="tolerance_fail"),
    path("cases/<no>/promise-check/", special.check_page, name="promise_check"),
    path("cases/<no>/revoke-grant/", special.revoke_grant_page, name="revoke_grant"),
    path("cases/<no>/recover/", special.recover_page, name="recover"),
    path("cases/<no>/expedite/", special.expedite_page, name="expedite"),
    path("cases/<no>/", page.page, name="case"),
    path("cases/<no>/clock/", reading.clock, name="clock"),
    path("cases/<no>/clock/part/<uuid:stage>/", part_clock.page, name="part_clock"),
    path("cases/<no>/slip/", reading.slip, name="slip"),
    path("cases/<no>/documents/<ref>/", reading.document, name="document"),
    path("cases/<no>/files/<digest>/", reading.attachment, name="attachment"),
    path("cases/<no>/files/<digest>/copy/", leafing.copy, name="copy"),
    path("cases/<no>/files/<digest>/pages/", leafing.pages, name="pages"),
    path("cases/<no>/files/<digest>/pages/<int:number>/", leafing.picture, name="page"),
    path("cases/<no>/reveal/", reading.reveal_page, name="reveal"),
    path("cases/<no>/claim/", clicks.claim_one, name="claim"),
    path("cases/<no>/handover/", handing.hand_over_one, name="hand_over"),
    path("cases/<no>/sign/", clicks.sign_one, name="sign"),
    path("cases/<no>/route/", clicks.route_one, name="route"),
    path("cases/<no>/issue/", clicks.issue_one, name="issue"),
    path("cases/<no>/close/", clicks.close_one, name="close"),
    path("cases/<no>/originals/", comparing.originals, name="originals"),
    path("cases/<no>/review/", reviewing.review_page, name="review"),
    path("cases/<no>/verify/", reviewing.verify_page, name="verify"),
    path("cases/<no>/return/", reviewing.return_page, name="return"),
    path("cases/<no>/decide/", deciding.decide_page, name="decide"),
    path("cases/<no>/deny/", deciding.deny_page, name="deny"),
    path("cases/<no>/hearing/", hearings.hearing_page, name="hearing"),
    path("cases/<no>/hearing/<step>/", hearings.hearing_step, name="hearing_step"),
    path("cases/<no>/inspect/", inspecting.inspect_page, name="inspect"),
    path("cases/<no>/inspectors/", marking.assign_page, name="assign"),
    path("cases/<no>/mark/", marking.mark_page, name="mark"),
    path("cases/<no>/archive-copy/", marking.copy_one, name="archive_copy"),
    path("cases/<no>/inspections/<digest>/", inspecting.inspection_file, name="inspection_file"),
    path("certificates/", certificates.listing, name="certificates"),
    path("certificates/<uuid:certificate>/", certificates.page, name="certificate"),
    path("certificates/<uuid:certificate>/<step>/", certificates.step, name="certificate_step"),
    path("cases/<no>/pause/", stopping.pause_page, name="pause"),
    path("cases/<no>/resume/", stopping.resume_page, name="resume"),
    path("cases/<no>/step/", steps.step_page, name="step"),
    path("cases/<no>/by-hand/", by_hand.by_hand_page, name="by_hand"),
    path("cases/<no>/extend/", stopping.extend_page, name="extend"),
    path("cases/<no>/propose-extension/", proposing.propose_extension_page, name="propose_extension"),
    path("cases/<no>/decline-extension/", proposing.decline_extension_page, name="decline_extension"),
    path("asked/", listing.asked_list, name="asked"),
    path("cases/<no>/ask/", ask.ask_page, name="ask"),
    path("cases/<no>/asked/<uuid:stage>/", reply.reply_page, name="asked_reply"),
    path("cases/<no>/meetings/", meeting.meetings_page, name="meetings"),
    path("cases/<no>/meetings/call/", calling.call_page, name="call_meeting"),
    path("cases/<no>/meetings/<uuid:meeting>/", meeting.meeting_page, name="meeting"),
    path("cases/<no>/report/", reporting.report_page, name="head_report"),
    path("cases/<no>/major/", reporting.major_page, name="mark_major"),
    path("cases/<no>/pick-up/", concluding.pick_up_one, name="pick_up"),
    path("cases/<no>/conclude/", concluding.conclude_page, name="conclude"),
    path("cases/<no>/remind/<uuid:part>/", concluding.remind_page, name="remind_part"),
    path("cases/<no>/ask-again/<uuid:part>/", rounds.again_page, name="ask_again"),
    path("cases/<no>/part-reply/", rounds.reply_page, name="part_reply"),
    path("projects/", projects.listing, name="projects"),
    path("projects/<pcode>/", projects.project, name="project"),
    path("projects/<pcode>/finish/", projects.finish, name="project_finish"),
    path("projects/<pcode>/joint/", projects.joint, name="project_joint"),
    path("projects/<pcode>/answer/", projects.answer, name="project_answer"),
    path("joint/", board.board, name="joint"),
    path("joint/parts/", parts.parts, name="parts"),
    path("cases/<no>/refusal/", refusing.refusal_page, name="refusal"),
    path("levels/", levels.board, name="levels"),
    path("cases/<no>/lower/", PAGES["lower"], name="lower"),
    path("cases/<no>/forward/", PAGES["forward"], name="forward"),
    path("cases/<no>/receive/", PAGES["receive"], name="receive"),
    path("cases/<no>/answer-upper/", PAGES["answer-upper"], name="answer_upper"),
    path("cases/<no>/ask-lower/", PAGES["ask-lower"], name="ask_lower"),
    path("cases/<no>/report-up/", PAGES["report-up"], name="report_up"),
    path("cases/<no>/reply/", PAGES["reply"], name="reply"),
]
