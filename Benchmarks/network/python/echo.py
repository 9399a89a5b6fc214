"""A line echo server for Python's asyncio, a coroutine a connection."""

import asyncio

from server import listen


async def serve(reader, writer):
    while line := await reader.readline():
        writer.write(line)
        await writer.drain()


asyncio.run(listen(serve))
