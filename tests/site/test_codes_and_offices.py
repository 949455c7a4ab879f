"""Codes lead to outcomes, states to their offices; a company's own number or address stands nowhere."""

import re
from urllib.parse import urljoin

import pytest
from built import FILES, GUIDE, ROOT, address, find, find_all, one_line, page, words_of

from decision_tree.routes import routes
from decision_tree.settings.read import read_settings

REFERENCE = GUIDE.reference
CODES = [*REFERENCE.adjustment_codes, *REFERENCE.remark_codes]
CAUTION = one_line(GUIDE.interface["check_with_plan"])
STATE_CAUTION = one_line(GUIDE.interface["check_on_website"])

every_code = pytest.mark.parametrize("code", CODES, ids=["-".join(code.codes) for code in CODES])
every_state = pytest.mark.parametrize("state", REFERENCE.regulators.states, ids=lambda state: state.code)

PHONE = re.compile(r"(?<![\d-])(?:\+?1[ .-])?\(?(\d{3})\)?[ .-](\d{3})[ .-](\d{4})(?!\d)")
POST = re.compile(r"\b(?i:p\.? ?o\.? box)\b|\b(?i:fax)(?: number)?:? (?:\+|\d)|, [A-Z]{2} \d{5}\b")
OWN_HELPLINE = read_settings(ROOT).brand.helpline.number
INVENTED = re.compile(r"555-?01\d\d$")
"""Numbers that are kept for made-up examples."""


# Codes


def row(site, code):
    return next(
        one
        for one in page(site, "codes").content.iter("div")
        if one.get("id") == f"code-{code.codes[0].lower()}"
    )


@every_code
def test_a_code_links_to_the_outcomes_that_it_may_mean(site, code):
    links = [urljoin(address("codes"), link.get("href")) for link in row(site, code).iter("a")]

    assert [link for link in links if "#" not in link] == [
        address(id_) for id_ in (*code.outcomes, *code.rarely)
    ]


@every_code
def test_a_code_stands_with_its_meaning_and_what_to_do_first(site, code):
    said = words_of(row(site, code))

    assert [one for one in code.codes if one not in said] == []
    assert one_line(code.meaning).rstrip(".") in said
    assert one_line(code.first_step).rstrip(".") in said


@every_code
def test_the_finder_reaches_every_outcome_of_a_code(code):
    reached = {way.outcome for way in routes(GUIDE.finder)}

    assert code.outcomes
    assert {*code.outcomes, *code.rarely} <= reached


@every_code
def test_a_code_that_is_not_verified_says_so(site, code):
    assert (CAUTION in words_of(row(site, code))) == (code.confidence != "verified")


def test_every_group_code_and_code_for_care_is_explained(site):
    said = page(site, "codes").prose
    silent = [
        code.codes
        for code in (*REFERENCE.group_codes, *REFERENCE.service_codes)
        if not all(one in said for one in code.codes) or one_line(code.meaning).rstrip(".") not in said
    ]

    assert silent == []


# Offices


def entry(site, state):
    return next(
        one
        for one in page(site, "help").content.iter("details")
        if one.get("id") == f"state-{state.code.lower()}"
    )


def contacts(state):
    found = (
        state.department,
        state.complaint,
        state.external_review,
        state.assistance,
        state.hmo_regulator,
        state.medicaid,
    )
    return [contact for contact in found if contact]


@every_state
def test_a_state_stands_with_all_its_offices(site, state):
    box = entry(site, state)
    said = words_of(box)
    links = {link.get("href") for link in box.iter("a")}

    assert words_of(find(box, "summary")) == one_line(state.name)
    for contact in contacts(state):
        assert one_line(contact.name) in said
        assert set(contact.phones) <= set(re.findall(r"[\d-]{7,}", said))
        assert not contact.url or contact.url in links


@every_state
def test_an_office_that_is_not_verified_says_so(site, state):
    said = [words_of(item) for item in find_all(entry(site, state), "li")]

    assert sum(STATE_CAUTION in item for item in said) == sum(contact.likely for contact in contacts(state))


def test_the_fifty_states_and_the_district_are_there():
    assert len({state.code for state in REFERENCE.regulators.states}) >= 51


def test_every_kind_of_plan_is_told_who_decides_and_who_regulates(site):
    said = page(site, "help").prose
    silent = [
        plan
        for plan, office in REFERENCE.regulators.by_plan.items()
        if one_line(office.appeal_to).rstrip(".").lower() not in said.lower()
        or one_line(office.regulator).rstrip(".").lower() not in said.lower()
        or one_line(REFERENCE.plans[plan].label) not in said
    ]

    assert silent == []


# A company's own number, fax or address differs by plan and state: it is on the reader's letter, not here


@pytest.mark.parametrize("page_id", [id_ for id_ in FILES if id_ != "help"])
def test_a_phone_number_is_that_of_a_source_which_the_page_cites(site, page_id):
    built = page(site, page_id)
    cited = " ".join(built.footnotes.values())
    known = {"".join(parts) for parts in PHONE.findall(cited)}
    found = {"".join(parts) for parts in PHONE.findall(built.prose)}

    assert {number for number in found - known if not INVENTED.search(number)} == set()


@pytest.mark.parametrize("page_id", [id_ for id_ in FILES if id_ != "help"])
def test_no_address_and_no_fax_number_is_printed(site, page_id):
    assert POST.findall(page(site, page_id).prose) == []


@pytest.mark.parametrize("page_id", [id_ for id_ in FILES if id_ != "help"])
def test_a_link_that_dials_is_a_helpline_that_the_page_names(site, page_id):
    built = page(site, page_id)
    dialed = [
        link.get("href") for link in built.all("a") if link.get("href", "").startswith(("tel:", "sms:"))
    ]
    known = re.sub(r"\D", "", " ".join((OWN_HELPLINE, *built.footnotes.values())))

    assert [link for link in dialed if (digits := re.sub(r"\D", "", link)[-10:]) not in known
            and digits not in ("988", "911")] == []  # fmt: skip
