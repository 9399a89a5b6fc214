"""A keep-alive HTTP/1.1 server for Python's asyncio, by hand as the other servers are."""

import asyncio

from server import listen

RESPONSE = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 13\r\n\r\nHello, world!"


async def serve(reader, writer):
    while line := await reader.readline():
        # A blank line, CR-LF, ends a header.
        if len(line) <= 2:
            writer.write(RESPONSE)
            await writer.drain()


asyncio.run(listen(serve))
