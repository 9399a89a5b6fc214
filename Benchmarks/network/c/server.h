// What the two C servers share: a listening socket on the loopback address and the epoll loop.

#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

enum { MAX_DESCRIPTORS = 20000, LINE_LIMIT = 4096, EVENTS = 256 };

// Sends everything, waiting where the peer reads slowly. Returns 0 when the peer is gone.
static int send_all(int descriptor, const char *bytes, size_t count) {
    while (count > 0) {
        ssize_t sent = send(descriptor, bytes, count, MSG_NOSIGNAL);
        if (sent >= 0) {
            bytes += sent;
            count -= (size_t)sent;
        } else if (errno == EAGAIN) {
            struct pollfd wait = {.fd = descriptor, .events = POLLOUT};
            poll(&wait, 1, -1);
        } else if (errno != EINTR) {
            return 0;
        }
    }
    return 1;
}

static int fail(const char *what) {
    perror(what);
    return 1;
}

// Listens, prints the port and serves for ever: opened() once for each connection, answer() whenever one
// can be read; an answer of 0 closes it.
static int serve(int port, void (*opened)(int), int (*answer)(int)) {
    int yes = 1;
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (listener < 0) return fail("socket");
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    struct sockaddr_in address = {
        .sin_family = AF_INET, .sin_port = htons((unsigned short)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    if (bind(listener, (struct sockaddr *)&address, size) < 0) return fail("bind");
    if (listen(listener, 1024) < 0) return fail("listen");
    if (getsockname(listener, (struct sockaddr *)&address, &size) < 0) return fail("getsockname");
    printf("listening on port %d\n", ntohs(address.sin_port));
    fflush(stdout);

    int poller = epoll_create1(EPOLL_CLOEXEC);
    struct epoll_event interest = {.events = EPOLLIN, .data.fd = listener}, ready[EVENTS];
    if (poller < 0 || epoll_ctl(poller, EPOLL_CTL_ADD, listener, &interest) < 0) return fail("epoll");
    for (;;) {
        int count = epoll_wait(poller, ready, EVENTS, -1);
        for (int i = 0; i < count; i++) {
            int descriptor = ready[i].data.fd;
            if (descriptor != listener) {
                if (!answer(descriptor)) close(descriptor);
                continue;
            }
            int client;
            while ((client = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0) {
                if (client >= MAX_DESCRIPTORS) {
                    close(client);
                    continue;
                }
                setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
                opened(client);
                interest.data.fd = client;
                epoll_ctl(poller, EPOLL_CTL_ADD, client, &interest);
            }
        }
    }
}
