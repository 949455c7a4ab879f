"""Codes lead to outcomes, states to their offices; a company's own number or address stands nowhere."""

import re
from urllib.parse import urljoin

import pytest
from built import FILES, GUIDE, ROOT, address, find, find_all, one_line, page, pages, search_index, words_of

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
        for one in page(site, "codes").all("section.code")
        if find(one, "h3").get("id") == f"code-{code.codes[0].lower()}"
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


KINDS = {
    "group": REFERENCE.group_codes,
    "code": CODES,
    "service": REFERENCE.service_codes,
}
"""What the anchors of codes begin with: one number can be a reason code and a code for care."""
ANCHORS_OF_1_0_0 = """
    197 198 15 210 284 296 302 39 243 287 288 50 55 56 b8 216 40 150 151 152 186 58 272 273 119 b1
    149 222 122 242 279 170 171 256 b7 185 16 4 5 8 199 11 146 18 97 b14 236 22 26 27 200 257 31 29
    109 301 300 252 163 b12 226 227 96 204 167 95 193 285 286 45 1 m62 n54 n385 n188 m25 n10 n115
    n180 n787 m127 n42 n443 n366 n179 n517 ma130 n211 m76 m77 m53 n56 n519 m15 n20 n569 n95 n570
    n255 n362 n130 n216 n30 n776 ma04 n197 n418 ma36 n381 ma67 ma07
"""
"""The codes whose anchors, such as #code-197, other sites may have linked to since the first release."""


def anchors():
    return [f"{kind}-{code.lower()}" for kind, rows in KINDS.items() for row in rows for code in row.codes]


def test_every_code_has_an_anchor_of_its_own(site):
    ids = page(site, "codes").ids

    assert [anchor for anchor in anchors() if ids.count(anchor) != 1] == []
    assert len(ids) == len(set(ids))


@pytest.mark.upstream
def test_no_anchor_of_the_first_release_is_lost(site):
    ids = page(site, "codes").ids

    assert [code for code in ANCHORS_OF_1_0_0.split() if f"code-{code}" not in ids] == []


def test_a_search_finds_the_row_of_each_code_as_a_section(site):
    titles = {
        entry["location"].partition("#")[2]: entry["title"]
        for entry in search_index(site)
        if entry["location"].startswith(address("codes"))
    }
    rows = [(f"{kind}-{row.codes[0].lower()}", row) for kind, rows in KINDS.items() for row in rows]

    assert [id_ for id_, row in rows if not all(code in titles.get(id_, "") for code in row.codes)] == []


@pytest.mark.parametrize("written", ["CO-{}", "CO{}", "PR-{}", "PR{}", "OA{}", "PI{}"])
def test_a_row_holds_a_reason_code_as_papers_write_it(site, written):
    silent = [
        code
        for row_ in REFERENCE.adjustment_codes
        for code in row_.codes
        if (not row_.with_group or written.startswith(row_.with_group))
        and written.format(code) not in words_of(row(site, row_))
    ]

    assert silent == []


MET = {
    "adjustment_codes": "18 24 35 49 133 166 177 239 251 A1 197 204 22 27 50 96 119 B7",
    "remark_codes": "N822 MA130 N130 N180 N706 N939 N830 MA04 N192",
    "service_codes": """
        90837 96132 96133 96136 96137 96138 96139 97151 97152 97153 97154 97155 97156 97157 97158 90867 90868
        90869 G2082 G2083 J0013 S0013 H0020 G2067 G2068 G2069 G2073 G2074 G2075 G2076 G2077 G2078 G2079 G2080
    """,
}
"""Codes that claims for this care often meet, and that readers have looked for."""


@pytest.mark.upstream
@pytest.mark.parametrize("table", MET)
def test_a_code_that_this_care_often_meets_is_explained(table):
    known = {code for row_ in getattr(REFERENCE, table) for code in row_.codes}

    assert [code for code in MET[table].split() if code not in known] == []


@pytest.mark.upstream
def test_wisconsins_external_review_is_not_the_state_employees_fund(site):
    links = {link.get("href", "") for built in pages(site) for link in find_all(built.content, "a")}

    assert "https://oci.wi.gov/Pages/Consumers/IROConsumer.aspx" in links
    assert [link for link in links if "etf.wi.gov" in link] == []


def test_no_page_sends_a_reader_to_a_field_that_is_not_there(site):
    fields = [one for one in page(site, "codes").content.iter("input") if one.get("type") != "checkbox"]
    told = [built.id for built in pages(site) if re.search(r"(?i)\b(type|enter) the code\b", built.prose)]

    assert fields or not told


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
