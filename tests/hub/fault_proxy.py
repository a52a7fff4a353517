"""A line that cannot be relied on: stands between a window and PostgreSQL and drops, delays, stalls and cuts.

It reads the protocol only as far as it must, to cut a line in the worst moment there is: when the server has committed
and the window has not heard of it.
"""

import asyncio
import random
import threading
from collections import Counter

FATES = ("none", "refuse", "drop_out", "drop_in", "delay", "after_commit", "stall")
WEIGHTS = (4, 2, 4, 4, 3, 5, 1)
STALL = 0.6  # seconds of silence before a stalled line is dropped


class FaultProxy:
    """A listening port of its own; ``faults`` counts what it did. ``calm`` lets everything through."""

    def __init__(self, port: int, *, seed: int = 11) -> None:
        self.port = 0
        self.faults: Counter[str] = Counter()
        self.calm = False
        self._server_port = port
        self._made = random.Random(seed)
        self._ready = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._lines: set[asyncio.Task[None]] = set()
        self._thread = threading.Thread(target=self._run, name="fault proxy")
        self._thread.start()
        self._ready.wait(10)

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._serve())
        self._loop.close()

    async def _serve(self) -> None:
        self._stop = asyncio.Event()
        listening = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        self.port = listening.sockets[0].getsockname()[1]
        self._ready.set()
        async with listening:
            await self._stop.wait()
        for line in list(self._lines):
            line.cancel()
        await asyncio.gather(*self._lines, return_exceptions=True)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._lines.add(task)
        task.add_done_callback(self._lines.discard)
        fate = "none" if self.calm else self._made.choices(FATES, WEIGHTS)[0]
        if fate == "refuse":
            self.faults[fate] += 1
            writer.transport.abort()
            return
        try:
            server_reader, server_writer = await asyncio.open_connection("127.0.0.1", self._server_port)
        except OSError:
            writer.transport.abort()
            return
        ends = (writer, server_writer)
        committed = asyncio.Event()
        pumps = [
            asyncio.ensure_future(self._pump(reader, server_writer, fate, "out", committed)),
            asyncio.ensure_future(self._pump(server_reader, writer, fate, "in", committed)),
        ]
        try:
            await asyncio.wait(pumps, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for pump in pumps:
                pump.cancel()
            await asyncio.gather(*pumps, return_exceptions=True)
            for end in ends:
                end.transport.abort()

    async def _pump(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        fate: str,
        way: str,
        committed: asyncio.Event,
    ) -> None:
        # A short way in is the handshake, a long one a delivery: both are cut at some byte.
        left = self._made.choice((200, 900, 3000, 9000, 30000)) if fate == f"drop_{way}" else None
        delayed = stalled = False
        while chunk := await reader.read(4096):
            if left is not None:
                left -= len(chunk)
                if left <= 0:
                    self.faults[fate] += 1
                    writer.write(chunk[: max(1, len(chunk) // 2)])
                    return
            if fate == "delay" and not delayed and self._made.random() < 0.3:
                delayed = True
                self.faults[fate] += 1
                await asyncio.sleep(self._made.uniform(0.02, 0.2))
            if fate == "stall" and way == "in" and not stalled and self._made.random() < 0.1:
                stalled = True
                self.faults[fate] += 1
                await asyncio.sleep(STALL)
                return
            if fate == "after_commit" and way == "in" and committed.is_set():
                self.faults[fate] += 1  # the server has answered the commit: the window never hears it
                return
            if b"COMMIT" in chunk and way == "out":
                committed.set()
            writer.write(chunk)
            await writer.drain()
