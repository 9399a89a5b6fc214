"""Tasks of Python's asyncio; see schooner.scm for what is done."""

import asyncio
import sys


async def create(n):
    async def nothing():
        pass

    for _ in range(n):
        await asyncio.create_task(nothing())


async def switch(n):
    async def hand_over():
        for _ in range(n // 2):
            await asyncio.sleep(0)

    await asyncio.gather(hand_over(), hand_over())


async def park(n):
    gate = asyncio.Event()
    waiting = 0

    async def wait():
        nonlocal waiting
        waiting += 1
        await gate.wait()

    tasks = [asyncio.create_task(wait()) for _ in range(n)]
    while waiting < n:
        await asyncio.sleep(0)
    return tasks


async def main():
    print("started", flush=True)
    tasks = await {"create": create, "switch": switch, "park": park}[sys.argv[1]](int(sys.argv[2]))
    print("done", flush=True)
    if tasks:
        await asyncio.sleep(600)


asyncio.run(main())
