"""Work on many articles, each by itself, spread over all processors."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing.resource_tracker import ensure_running
from threading import Thread
from typing import TypeVar

from kit.errors import KitError

Progress = Callable[[str, int, int], None]  # what is being done, with how many of how many articles
T = TypeVar("T")
Result = TypeVar("Result")


def spread(function: Callable[[T], Result], items: Iterator[T], *, task: int) -> Iterator[Result]:
    """What a function gives for each item, in order, by as many processes as there are processors.

    Each is given `task` items at a time; the function is one of a module, and items and results can be pickled. Raises
    KitError if a process is ended from outside.
    """
    workers = os.cpu_count() or 1
    # Not forked: the database is open, and SQLite forbids to take it along.
    context = multiprocessing.get_context("spawn")
    with (
        _ignored("SIGPIPE"),  # that a process has died must be an exception here, and not the end of kit
        ProcessPoolExecutor(workers, mp_context=context, initializer=_set_up) as pool,
    ):
        tasks = batched(items, task)
        # A few tasks ahead and no more, so that memory does not grow with the number of articles.
        with _held_back():  # an interrupt is for this process, not for those that it starts
            waiting = deque(pool.submit(_do_all, function, some) for some in islice(tasks, 3 * workers))
        try:
            while waiting:
                yield from waiting.popleft().result()
                if some := next(tasks, None):
                    waiting.append(pool.submit(_do_all, function, some))
        except BrokenProcessPool as error:
            raise KitError(
                "a process that kit had started was ended (out of memory?); run `kit index` again"
            ) from error
        except BaseException:  # interrupted: what is begun is not waited for
            for process in multiprocessing.active_children():
                process.terminate()
            raise


def batched(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in lists of this size, the last one shorter."""
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch


def _do_all(function: Callable[[T], Result], items: list[T]) -> list[Result]:
    return [function(item) for item in items]


@contextmanager
def _ignored(name: str) -> Iterator[None]:
    """Has a signal ignored for a while, on systems that have it."""
    number = getattr(signal, name, None)
    before = signal.signal(number, signal.SIG_IGN) if number else None
    try:
        yield
    finally:
        if number:
            signal.signal(number, before)


@contextmanager
def _held_back() -> Iterator[None]:
    """Has an interrupt wait for a while; processes started meanwhile never get one."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        with _ignored("SIGINT"):
            yield
        return
    ensure_running()  # started later, it would let interrupts in again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _set_up() -> None:
    """Has a process end with the one that started it, even if that is killed, and seldom look for garbage."""
    # Work on articles makes hundreds of thousands of small objects and hardly a ring of them.
    gc.set_threshold(50_000)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)
