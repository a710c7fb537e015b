"""The command that says how good an answer is on the record at hand."""

from argparse import Namespace
from collections.abc import Callable, Mapping

from commands.context import progress_line
from commands.named import record_asked
from commands.result import Result, code_if
from commands.show.evaluation import evaluation
from graph.answers import EvaluationAnswer
from graph.errors import InputError
from graph.record import Record


def _gaps(record: Record) -> EvaluationAnswer:
    from graph.analysis.evaluation.evaluation import evaluate_gaps

    return evaluate_gaps(record)


def _who_else(record: Record) -> EvaluationAnswer:
    from graph.analysis.evaluation.evaluation_who_else import evaluate_who_else

    return evaluate_who_else(record)


def _left_out(record: Record) -> EvaluationAnswer:
    from graph.analysis.evaluation.leave_one_out import leave_one_out

    return leave_one_out(record, progress_line())


ANSWERS: Mapping[str, Callable[[Record], EvaluationAnswer]] = {"gaps": _gaps, "who-else": _who_else}


def evaluate(asked: Namespace) -> Result:
    """Answer `evaluate`."""
    if asked.leave_one_out and asked.what != "gaps":
        raise InputError("Only the gaps can be judged by leaving one country out.", "Leave --leave-one-out away.")
    record = record_asked(asked)
    answer = _left_out(record) if asked.leave_one_out else ANSWERS[asked.what](record)
    return Result(answer, lambda width: evaluation(answer, width), code_if(answer["rows"]))
