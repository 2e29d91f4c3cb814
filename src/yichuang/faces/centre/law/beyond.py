"""算不出来的: which norms a dry run cannot reckon on cases, and why, in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from yichuang.acts.inspection.trials.trial import GAUGES

# Their change moves the clock of a case itself: the fold of the ledger is run again.
CLOCK = frozenset(
    """answer_limit correction_silence_effect decision_limit decision_start filing_limit forwarded_decision_limit
    item_limit_rule joint_limit lower_review_limit warn_min warn_share""".split()
)
# Their change shows itself on the items: the check before publication is run again.
ITEMS = frozenset(
    "filing_direct handling_modes promise_required_without_statutory promise_share_max stages_max".split()
)
_WHY: Mapping[str, str] = MappingProxyType(
    {
        """counter_documents guide_elements notice_contents publicity_elements review_rule_fields six_publicities
        slip_contents supervision_focus""": "它规定文书、指南和公示里要写哪些内容。已经出具的文书照当时的内容保存，"
        "不会重写；改动只体现在以后的文书和页面上。",
        """check_records_public decisions_public explain_on_request extension_reason_told pause_notice
        delivery_receipt_required remedy_online_channel remedy_review_body""": "它规定要不要告知、公开或者留下凭证，"
        "不定日期、人数和签批人；已经做过的告知和公开收不回，没有做的在账上没有记录。",
        """forms_free hearing_free meeting_free project_agent_free""": "它规定不收费。免费的事没有留下金额，"
        "改成收费以后该收多少，还要另有收费标准才算得出。",
        """codept_may_extend correction_once filing_may_extend repeat_material_ban shared_material_ban pause_lead_only
        hearing_chair_not_reviewer tolerance_issue_before_complete tolerance_scope major_case_report_first
        interested_party_told electronic_delivery_consent behalf_grounds window_powers one_review_one_check
        discretionary_step_rule discretionary_step_approver refusal_of_acceptance_by refusal_needs_sealed_decision
        instant_needs_slip intake_only_at_window delivery_by_window remote_application quota_order
        mark_forms
        remedy_review_first extension_proposal_required not_needed_answer""": "它规定可不可以这样做、由谁来做。"
        "被拒绝的和没有去做的，账上没有记录，"
        "算不出换一种规定以后会有多少人去做；改动以后，相应的按钮和拒绝理由随之改变。",
        """hand_over_before_noon electronic_receipt""": "它区分的是一天里的时刻。计时只记到日，换一种规定以后日期不变；"
        "上午、下午的差别只在移交灯和收件说明上看得见。",
        """appointment_cancel_until appointment_days_ahead appointment_early_minutes appointment_late_minutes
        appointment_no_show_limit appointment_open_limit appointment_suspension called_without_outcome_minutes
        community_circle_minutes kiosk_idle_seconds queue_elderly_age queue_held_limit queue_kiosk_per_minute
        queue_priority_classes queue_priority_run queue_reminder_ahead queue_return_after queue_skip_limit
        self_service_levels weekend_roster_services""": "它管的是大厅的预约、叫号、自助服务和值班，不在办件的账上；"
        "已经约好的和取了的号不变，改动从下一次起适用。",
        """applicant_evaluation_period bad_rating_call_back_limit bad_rating_extension bad_rating_limit
        bad_rating_verify_limit call_back_period complaint_accept_limit complaint_call_back_limit complaint_extension
        complaint_limit complaint_reopen_limit evaluation_sections evaluation_term hotline_extension
        hotline_hand_back_limit hotline_limit inquiry_extension inquiry_limit rating_invite_days rating_pad_minutes
        rating_reasons_bad rating_reasons_good referral_limit self_evaluation_period
        third_party_period""": "它管的是评价、投诉、咨询和热线。"
        "已经登记的照登记时的规定算，不重算；改动从下一件起适用。",
        "check_min_officers": "它管的是以后的抽查由几个人检查；已经封存名录的抽查照封存时的人数办。",
        """appeal_settling_limit card_answer_limit pause_watch_limit urging_answer_limit yellow_before_red""": (
            "它管的是监察本身（催办、发牌、盯中止），发过的催办和牌子、申请过的复核照当时的规定算；改动从下一次催办、发牌、申请复核起适用。"
        ),
        "penalty_hearing_limit": "它管的是处罚前的听证告知，告知在处罚程序里，不在办件的账上；改动从下一次吊销起适用。",
        "denial_needs_reasons": "不予许可一律写了理由，没有写的当时就被拒绝；取消这项要求，已有的决定一件也不变。",
        "codept_late_pickup_start": "协办件的期限在领取材料时定下，领取过的不重排；改动从下一次领取起适用。",
        """meeting_chair""": "谁主持会审，要看开会当时他担任什么职务、代表哪个部门；会审只记下是谁，不记职务。",
        """renewal_warn_before renewal_reminders""": "它规定什么时候提醒持证人。提醒过的收不回；"
        "以后的提醒每天从证照的有效期算，改动当天起就按新的提醒。",
        """remedy_review_max remedy_court_max remedy_court_after_review_limit""": "这个期限从本系统以外的事起算"
        "（没有告知权利、复议决定送达），起算日不在账上。",
        """archive_retention_granted archive_retention_denied archive_retention_other""": "保管期限在编号时定下、"
        "写进档号，档号不改；改动只对以后归档的件起作用，件数就是以后的办结件数。",
        """ab_post_required posting_term window_staff_max_age window_staff_min_service chief_heads_section
        window_staff_civil_servant window_staff_min office_opens leader_visit_period""": "它管的是窗口人员，"
        "不是办件；人员是否符合，见人员与代岗的检查。",
        """community_consent unit_leave_approvers correction_grounds assessment_periods assessment_appeal_limit
        grade_excellent_from grade_competent_from grade_basic_from correction_limit large_window_volume
        comprehensive_window_volume vacant_window_limit""": "它管的是考核、进驻和窗口分类，不定任何一件的日期；"
        "改动从下一次考核、下一张通知书起适用。",
        """single_issuing_window""": "它管的是在哪个窗口出件，不定任何一件的日期；改动从下一次出件起适用。",
        """bulletin_period one_trip_share_target certificate_coverage_all
        certificate_coverage_new""": "它管的是通报和统计的口径，不定任何一件的日期。",
        """electronic_archive electronic_original electronic_seal_equal electronic_signature_equal""": "它规定电子形式"
        "与纸质同等有效。已经用电子形式办的件不会因为改动失效或者重办。",
        """project_agents project_joint_kinds project_lead_completion project_lead_construction project_lead_design
        project_lead_initiation project_lead_land project_lead_planning project_natures project_next_stage_notice
        project_parallel_stages project_prereview_stages project_stages""": "它管的是投资项目的"
        "阶段、牵头和代办，项目登记时已经定下，不随改动变；项目里的每个办件各有自己的期限，用期限参数试算。",
    }
)
WHY: Mapping[str, str] = MappingProxyType({name: words for names, words in _WHY.items() for name in names.split()})


def why_not(parameter: str) -> str:
    """Return why cases cannot be reckoned under another value, "" where they can."""
    return WHY.get(parameter, "")


def reckoned() -> frozenset[str]:
    """Return the parameters whose change a dry run reckons on cases or items."""
    return CLOCK | ITEMS | frozenset(GAUGES)
