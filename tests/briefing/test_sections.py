"""What the sections say of a plan, read back from the PDF."""

import datetime as dt

import pytest

from packs_read_back import Pack, sample_pack, sample_plan, solid
from strategy_planner.briefing.fonts import GETA
from strategy_planner.model import records as r
from strategy_planner.model.edits import set_fields
from strategy_planner.model.plan import Plan

HOSTILE = (
    "<b>太字</b><img src='file:///etc/passwd'/> &amp; &lt; <para> </font>",
    "%s {title} $HOME `rm` ' \" \\ =SUM(A1)",
    "𠮷野家 髙島 山﨑 ①⑳ ㈱ ㎡ ～ − Ⅲ",
    "Žluťoučký kůň, Łódź, ΑΒΓ, Привет",
)


def _plan(*more, **settings):
    return Plan.from_records(
        [
            r.PlanSettings(
                title="試験", language="ja", status_date=dt.date(2019, 6, 7), **settings
            ),
            r.Node(
                id="v", kind="vision", number="V-001", title="達成", target=dt.date(2030, 12, 31)
            ),
            *more,
        ]
    )


def _action(n, title="施策", **fields):
    return r.Node(
        **{"id": f"a{n}", "kind": "action", "number": f"A-{n:03d}", "title": title} | fields
    )


def _requires(prerequisite, dependent):
    return r.Link(
        id=f"{prerequisite}-{dependent}",
        prerequisite=prerequisite,
        dependent=dependent,
        relation="requires",
    )


def test_an_infeasible_plan_says_so_wherever_it_may_be_read():
    pack = sample_pack("worked_example")
    sentence = "このままではビジョンが令和12年12月31日に間に合わず、11か月遅れます"
    for title in ("概要", "ロードマップ", "バックキャスト", "施策一覧"):
        assert sentence in solid(pack.section(title)[0]), title
    english = sample_pack("worked_example", "en")
    assert "11monthstoolate" in solid(english.section("Summary")[0])


def test_a_plan_in_time_says_by_how_much():
    pack = Pack(_plan(_action(1, duration="12mo"), _requires("a1", "v")), sections=["summary"])
    assert "ビジョンは間に合います。余裕は10年7か月" in pack.solid


def test_a_blocked_plan_names_what_stands_in_the_way():
    obstacle = r.RegisterItem(id="o", kind="obstacle", title="同意の様式", touches=("v",))
    pack = Pack(_plan(obstacle), sections=["summary", "chain"])
    assert "「同意の様式」が未解決です" in solid(pack.section("概要")[0])


@pytest.mark.parametrize("name", ["bio_strategy_2019", "quantum_innovation", "ai_strategy"])
def test_a_plan_without_a_chain_is_told_how_to_go_on(name):
    pages = sample_pack(name).section("バックキャスト")
    assert len(pages) == 1
    assert "次に行うこと" in pages[0]
    assert "手段がまだつながれていません" in solid(pages[0])


def test_the_chain_runs_from_the_vision_back_to_what_must_begin_first():
    page = solid(sample_pack("worked_example").section("バックキャスト")[0])
    places = [page.index(n, page.index("V-001ビジョン")) for n in ("S-103", "G-005", "A-009")]
    assert places == sorted(places)
    assert "着手期限2018.7.1" in page
    assert "着手期限2020.1.1" in page


def test_no_day_on_the_boxes_of_the_chain_is_cut():
    page = solid(sample_pack("worked_example", "en").section("Backcast")[0])
    assert "Muststartby1Jul2018" in page
    assert "Muststartby1Jan2020" in page
    assert "…" not in page
    assert "⋯" not in page


def test_a_day_stays_on_one_line_of_the_boxes_of_the_chain():
    lines = sample_pack("worked_example", "en").section("Backcast")[0].splitlines()
    shown = [line.strip() for line in lines]
    assert "1 Jul 2018" in shown
    assert "1 Jan 2020" in shown


def test_kpis_are_listed_in_the_order_of_their_items():
    kpis = [
        r.Kpi(id="k1", name="参加者数", node="a1", target=(dt.date(2030, 12, 31), 900)),
        r.Kpi(id="k2", name="面積", target=(dt.date(2030, 12, 31), 70)),
        r.Kpi(id="k3", name="満足度", node="v", target=(dt.date(2030, 12, 31), 80)),
    ]
    page = solid(Pack(_plan(_action(1), *kpis), sections=["actions"]).text)
    assert page.index("満足度") < page.index("参加者数") < page.index("面積")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_cards_of_the_summary_are_never_set_below_ten_points(language):
    pack = sample_pack("worked_example", language)
    number = pack.pages.index(pack.section({"ja": "概要", "en": "Summary"}[language])[0])
    sizes = {}

    def see(text, _cm, _tm, _font, size):
        if text.strip():
            sizes[text.strip()] = size

    pack.reader.pages[number].extract_text(visitor_text=see)
    line = {"ja": "すべての産業が連動した循環型社会", "en": "A circular society in which all"}[
        language
    ]
    assert min(size for text, size in sizes.items() if text.startswith(line)) >= 10


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_decision_of_the_worked_example_is_asked_on_the_summary(language):
    heads = {"ja": "概要", "en": "Summary"}
    page = solid(sample_pack("worked_example", language).section(heads[language])[0])
    asked = page.split({"ja": "お諮り事項", "en": "Decisionsrequested"}[language])[1]
    days = {
        "ja": ("元年12月31日", "元年8月31日", "2年3月31日"),
        "en": ("31Dec2019", "31Aug2019", "31Mar2020"),
    }
    assert all(day in asked for day in days[language])


def test_a_title_too_long_for_the_strip_of_a_card_takes_a_second_line():
    page = sample_pack("data_dfft_privacy").section("概要")[0]
    assert "重要産業の\r\nオペレーションデータ" in page


def test_an_area_shows_its_first_kpis_and_counts_the_others():
    kpis = [
        r.Kpi(id=f"k{n}", name=f"指標{n}", node="g", target=(dt.date(2030, 12, 31), n))
        for n in range(9)
    ]
    pack = Pack(_plan(r.Node(id="g", kind="area", title="領域"), *kpis))
    page = solid(pack.section("ビジョン・社会像・領域")[0])
    assert "指標2" in page
    assert "指標3" not in page
    assert "ほか6件" in page
    assert all(f"指標{n}" in solid("".join(pack.section("KPI一覧"))) for n in range(9))


def test_the_name_of_a_track_has_its_line_in_the_list_of_items():
    rows = sample_pack("data_dfft_privacy").section("項目一覧")[0].splitlines()
    assert any("G-011" in row and "①データの安全・安心・品質" in row for row in rows)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_only_a_japanese_note_begins_with_a_rice_mark(language):
    text = sample_pack("worked_example", language).text
    assert ("※" in text) == (language == "ja")


def test_a_short_table_takes_no_page_of_its_own():
    pack = sample_pack("quantum_innovation")
    last_of_actions = pack.section("施策一覧")[-1]
    assert "量子技術イノベーション拠点数" in solid(last_of_actions.split("KPI一覧")[1])
    assert "顔の見える拠点の不在" in solid(pack.section("項目一覧")[-1])
    assert "この資料の読み方" in pack.section("出典")[-1]
    assert not pack.section("KPI一覧") + pack.section("課題・リスク・仮定")


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("name", ["bio_strategy_2019", "data_dfft_privacy"])
def test_undated_items_run_on_below_the_chart_where_that_saves_their_page(name, language):
    title = {"ja": "ロードマップ", "en": "Roadmap"}[language]
    (page,) = sample_pack(name, language).section(title)
    undated = {"ja": "時期の記載なし", "en": "No date given"}[language]
    assert "E-001" in page.split(undated)[1]


def test_a_table_that_has_no_room_below_another_begins_on_the_next_page():
    kpis = [
        r.Kpi(id=f"k{n}", name=f"指標{n}", target=(dt.date(2030, 12, 31), n)) for n in range(12)
    ]
    plan = _plan(*(_action(n) for n in range(1, 17)), *kpis)
    pages = Pack(plan, sections=["actions"]).pages
    assert [solid(page)[:4] for page in pages] == ["施策一覧", "KPI一"]
    assert all(f"指標{n}" in pages[1] for n in range(12))


def test_an_area_does_not_say_its_own_title_as_its_reason():
    page = sample_pack("quantum_innovation").section("ビジョン・社会像・領域")[0]
    assert solid(page).count("融合領域の設定") == 1


def test_what_is_unknown_is_to_be_set_and_never_nought():
    page = solid(Pack(_plan(_action(1)), sections=["actions"]).text)
    assert page.count("今後設定") >= 3
    assert "計画" not in page
    assert "A-001施策今後設定記載なし今後設定期限なし—今後設定今後設定" in page


def test_notes_and_authors_stay_inside():
    plan = _plan(
        _action(1, notes="内密の覚書", description="説明", source="出典"), authors=("氏名太郎",)
    )
    pack = Pack(plan)
    assert "内密" not in pack.solid
    assert "氏名" not in pack.solid
    assert "氏名" not in str(pack.reader.metadata)


def test_heads_are_repeated_and_tracks_go_on():
    track = r.Track(id="t", name="区分甲")
    plan = _plan(track, *(_action(n, f"施策その{n}", track="t") for n in range(1, 61)))
    pages = Pack(plan, sections=["actions"]).section("施策一覧")
    assert len(pages) > 2
    for page in pages[:-1]:
        assert "着手期限" in page
        assert "区分甲" in page
    assert "区分甲（続き）" in solid(pages[1])


def test_the_summary_is_one_page_whatever_the_plan():
    words = "長い題名の課題がここに並び続ける" * 6
    plan = _plan(
        *(_action(n, words) for n in range(1, 40)),
        *(r.Node(id=f"i{n}", kind="image", title=words) for n in range(20)),
        *(r.RegisterItem(id=f"o{n}", kind="obstacle", title=words) for n in range(20)),
        *(r.Node(id=f"d{n}", kind="decision", title=words) for n in range(20)),
        background=words * 20,
        approach=words * 20,
    )
    assert len(Pack(plan, sections=["summary"]).pages) == 1


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_come_out_as_they_are(text):
    plan = _plan(_action(1, text), marking=text[:40], version=text[:20])
    pack = Pack(plan)
    assert solid(text) in solid("".join(pack.section("項目一覧")))
    assert solid(text) in solid("".join(pack.section("施策一覧")))


def test_a_title_of_ten_thousand_characters_is_whole_in_the_list():
    title = "".join(f"第{n}節の長い題名、" for n in range(1, 1200))[:10_000]
    plan = _plan(_action(1, title))
    pack = Pack(plan)
    pages = pack.section("項目一覧")
    assert len(pages) > 1
    body = "".join(_without_furniture(page) for page in pages)
    assert solid(title) in body.replace("—記載なし——今後設定", "")


def test_texts_of_any_length_stay_on_their_pages():
    long = "非常に長い名称が続くWordword（例示）、" * 60
    plan = _plan(
        r.Track(id="t", name=long),
        r.Organisation(id="o", name=long),
        _action(1, long, track="t", owner="o", duration="18mo", number="ABCDEFGH-1234567"),
        _action(2, long, track="t"),
        _requires("a1", "v"),
        r.Node(id="g", kind="area", title=long, description=long),
        r.Node(id="i", kind="image", title=long),
        r.Kpi(id="k", node="g", name=long, unit=long[:40], target=(dt.date(2030, 1, 1), 1e15)),
        r.RegisterItem(id="r", kind="obstacle", title=long, resolved_by=("g",)),
        marking=long,
        organisation=long,
        document_number=long,
        version=long,
        draft=True,
    )
    for page in Pack(plan).document:
        text = page.get_textpage()
        for index in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(index)
            assert min(left, bottom) >= 0
            assert right <= 841.9
            assert top <= 595.3


def _without_furniture(page):
    """A page of the list without head, foot and the head of its table."""
    text = solid(page)
    head = "番号種類題名区分・上位書かれた時期最遅の終わり余裕進捗状況"
    start = text.index(head) + len(head)
    return text[start : text.index("試験令和元年6月7日現在")]


def test_characters_without_a_glyph_are_a_sign_and_listed():
    pack = Pack(_plan(_action(1, "計画😀とאבג")))
    assert solid(f"計画{GETA}と{GETA * 3}") in pack.solid
    page = solid("".join(pack.section("この資料の読み方")))
    assert "U+05D0、U+05D1、U+05D2、U+1F600" in page


def test_an_empty_plan_prints():
    pack = Pack(Plan())
    assert "ビジョンがまだないため" in solid(pack.section("概要")[0])


def test_dates_are_said_in_the_readers_language():
    page = solid("".join(sample_pack("worked_example", "en").section("Actions")))
    assert "byFY2020" in page
    assert "年度" not in page


def test_a_dropped_item_stays_in_the_list():
    plan = sample_plan("ai_strategy").copy()
    node = next(n for n in plan.nodes.values() if n.kind == "action")
    plan.apply(set_fields(plan, "node", node.id, status="dropped"))
    pack = Pack(plan)
    assert solid(node.title) in solid("".join(pack.section("項目一覧")))
    assert "中止" in solid("".join(pack.section("項目一覧")))


def test_a_vision_alone_says_what_would_stand_beside_it():
    pack = Pack(_plan(), sections=["vision", "chain"])
    assert "領域はまだありません" in solid(pack.section("ビジョン・社会像・領域")[0])
    assert "0件中0件" not in solid(pack.section("バックキャスト")[0])


def test_the_schedule_of_a_plan_without_measures_is_to_be_set_and_no_empty_box():
    page = Pack(_plan(), sections=["summary"]).section("概要")[0]
    assert solid(page).split("スケジュール")[1].startswith("今後設定")


def test_a_vision_in_a_later_century_stands_in_its_own_year():
    late = r.Node(id="v", kind="vision", title="達成", target=dt.date(2100, 12, 31))
    plan = Plan.from_records([_plan().settings, late, _action(1, duration="3y")])
    page = Pack(plan, sections=["summary"]).section("概要")[0]
    years = solid(page).split("スケジュール")[1].split("取組")[0]
    assert years.startswith("20192026")
    assert years.endswith("20892096")


def test_an_action_is_a_means_by_itself_and_a_state_alone_has_none():
    state = r.Node(id="s", kind="state", number="S-001", title="成り立つこと")
    plan = _plan(_action(1, duration="1y"), state, _requires("a1", "v"), _requires("s", "v"))
    rows = solid(Pack(plan, sections=["chain"]).text)
    assert rows.count("手段がまだつながれていません") == 1
    assert "S-001成り立つこと手段がまだつながれていません" in rows


def test_visions_that_the_wall_has_no_room_for_are_counted():
    more = [r.Node(id=f"v{n}", kind="vision", title=f"達成{n}") for n in range(2, 6)]
    page = solid(Pack(_plan(*more), sections=["vision"]).text)
    assert "ほか2件" in page
