// A line echo server over level-triggered epoll, one thread: the limit the other servers are measured
// against. Each line is answered by one send, as a server written line by line would; with "gather", the
// lines that one read brought are answered by one send. Prints its port.
//
//     epoll-echo [PORT [gather]]        0, the default, picks a free port

#define _GNU_SOURCE
#include "server.h"

static char pending[MAX_DESCRIPTORS][LINE_LIMIT];
static int pending_length[MAX_DESCRIPTORS];
static int gather;

// Sends back every complete line and keeps the rest. Returns 0 when the connection is to be closed.
static int answer(int descriptor) {
    char *buffer = pending[descriptor];
    int *length = &pending_length[descriptor];
    ssize_t count = recv(descriptor, buffer + *length, (size_t)(LINE_LIMIT - *length), 0);
    if (count < 0) return errno == EAGAIN || errno == EINTR;
    if (count == 0) return 0;
    *length += (int)count;
    char *start = buffer, *end = buffer + *length, *newline;
    if (gather && (newline = memrchr(start, '\n', (size_t)(end - start))) != NULL) {
        if (!send_all(descriptor, start, (size_t)(newline + 1 - start))) return 0;
        start = newline + 1;
    }
    while ((newline = memchr(start, '\n', (size_t)(end - start))) != NULL) {
        if (!send_all(descriptor, start, (size_t)(newline + 1 - start))) return 0;
        start = newline + 1;
    }
    *length = (int)(end - start);
    if (*length == LINE_LIMIT) return 0;
    memmove(buffer, start, (size_t)*length);
    return 1;
}

static void opened(int descriptor) { pending_length[descriptor] = 0; }

int main(int argc, char **argv) {
    gather = argc > 2 && strcmp(argv[2], "gather") == 0;
    return serve(argc > 1 ? atoi(argv[1]) : 0, opened, answer);
}
