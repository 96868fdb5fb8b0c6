"""One small document with everything a paper of ours can hold."""

from decimal import Decimal

from core.charts import Level, LevelKind, sparkline, trend_chart
from core.pdf import render
from tests.core.charts import chart

STYLED = ("build/pdf.css",)
TITLE = "Children in care scorecard, August 2018"
TARGET = Level(LevelKind.TARGET, Decimal(60), "Target 60")
RAG = (
    '<strong class="portal-rag portal-rag--{0}"><svg viewBox="0 0 1 1" aria-hidden="true"></svg>{1}</strong>'
)


def page(content: str, running_title: str = TITLE) -> str:
    return f'<html><body data-running-title="{running_title}" data-running-foot="The panel">{content}</body></html>'


def row(number: int) -> str:
    line = sparkline([Decimal(number), Decimal(50), Decimal(47)], Decimal(60))
    cells = f'<td class="figure">{number}.5%</td><td>{RAG.format("amber", "Amber")}</td><td>{line}</td>'
    return f'<tr><th scope="row">Indicator {number}</th>{cells}</tr>'


def table(rows: int) -> str:
    heads = "".join(f'<th scope="col">{word}</th>' for word in ("Indicator", "August", "Rating", "24 months"))
    body = "".join(row(number) for number in range(rows))
    return f"<table><caption>Indicators</caption><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"


def document(rows: int = 60) -> str:
    return page(
        f"<h1>Children in care</h1><p>See <a href='https://example.org/guide'>the guidance</a> and "
        f"<a href='#figures'>the figures</a>.</p><ul><li>One<ul><li>Two</li></ul></li><li>Three</li></ul>"
        f"<figure>{trend_chart(chart(50, None, 49, levels=(TARGET,)))}</figure>"
        f"<h2 id='figures'>Figures</h2>{table(rows)}<h3>Notes</h3><p>Łukasz Nguyễn, ≥ 60%.</p>"
    )


def rendered(content: str, **how) -> bytes:
    return render(page(content), title=TITLE, **how)
