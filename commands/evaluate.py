"""The command that says how good an answer is on the record at hand."""

from argparse import Namespace
from collections.abc import Callable, Mapping

from commands.named import record_asked
from commands.result import Result, code_if
from commands.show.evaluation import evaluation
from graph.answers import EvaluationAnswer
from graph.record import Record


def _gaps(record: Record) -> EvaluationAnswer:
    from graph.analysis.evaluation.evaluation import evaluate_gaps

    return evaluate_gaps(record)


def _who_else(record: Record) -> EvaluationAnswer:
    from graph.analysis.evaluation.evaluation_who_else import evaluate_who_else

    return evaluate_who_else(record)


ANSWERS: Mapping[str, Callable[[Record], EvaluationAnswer]] = {"gaps": _gaps, "who-else": _who_else}


def evaluate(asked: Namespace) -> Result:
    """Answer `evaluate`."""
    answer = ANSWERS[asked.what](record_asked(asked))
    return Result(answer, lambda width: evaluation(answer, width), code_if(answer["rows"]))
