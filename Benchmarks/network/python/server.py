"""What the two Python servers share: listens on the port of the command line (0 picks a free one) and prints it."""

import asyncio
import sys


async def listen(serve):
    """Runs the coroutine serve(reader, writer) for each connection, for ever."""

    async def guarded(reader, writer):
        try:
            await serve(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(guarded, "127.0.0.1", int(sys.argv[1]), backlog=1024)
    print("listening on port", server.sockets[0].getsockname()[1], flush=True)
    async with server:
        await server.serve_forever()
