// A keep-alive HTTP/1.1 server over level-triggered epoll, one thread, that answers every request with the
// same 13 bytes: the limit the Scheme servers are measured against. Prints its port.
//
//     epoll-http [PORT]        0, the default, picks a free port

#define _GNU_SOURCE
#include "server.h"

static const char RESPONSE[] =
    "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 13\r\n\r\nHello, world!";

static char pending[MAX_DESCRIPTORS][LINE_LIMIT];
static int pending_length[MAX_DESCRIPTORS];

// Answers every request whose header is complete and keeps the rest. Returns 0 to close the connection.
static int answer(int descriptor) {
    char *buffer = pending[descriptor];
    int *length = &pending_length[descriptor];
    ssize_t count = recv(descriptor, buffer + *length, (size_t)(LINE_LIMIT - *length), 0);
    if (count < 0) return errno == EAGAIN || errno == EINTR;
    if (count == 0) return 0;
    *length += (int)count;
    char *start = buffer, *end = buffer + *length, *blank;
    while ((blank = memmem(start, (size_t)(end - start), "\r\n\r\n", 4)) != NULL) {
        if (!send_all(descriptor, RESPONSE, sizeof RESPONSE - 1)) return 0;
        start = blank + 4;
    }
    *length = (int)(end - start);
    if (*length == LINE_LIMIT) return 0;
    memmove(buffer, start, (size_t)*length);
    return 1;
}

static void opened(int descriptor) { pending_length[descriptor] = 0; }

int main(int argc, char **argv) { return serve(argc > 1 ? atoi(argv[1]) : 0, opened, answer); }
