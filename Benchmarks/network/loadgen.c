// A load generator for line echo servers and the 13-byte HTTP servers on the loopback address: one thread,
// epoll, every answer checked.
//
//     loadgen PORT echo N SECONDS      N connections, each sends a 64-byte line and waits for its echo
//     loadgen PORT http N SECONDS      the same with keep-alive HTTP/1.1 requests
//     loadgen PORT connect N SECONDS   connect, one line, its echo, close; N at a time
//     loadgen PORT idle N SECONDS      opens N connections, one line each, then holds them for SECONDS
//     loadgen PORT bulk MB SECONDS     one connection sends MB megabytes of lines as fast as they go, and reads
//                                      meanwhile what comes back; gives up after SECONDS
//
// Prints "started" when every connection has had its first answer and the clock starts, and at the end one line
// of "key value" pairs: operations, seconds, errors, and p50, p99, p999, max in microseconds. In idle mode it prints
// "open N" instead of "started"; in bulk mode the operations are the lines that came back.

#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { LINE = 64, MAX_CONNECTIONS = 20000, EVENTS = 256, STUCK_MS = 2000, OPENING_SECONDS = 30 };

enum mode { ECHO, HTTP, CONNECT, IDLE, BULK };

struct connection {
    int descriptor;
    int received;
    double sent_at;
    int answered;
};

static const char REQUEST[] = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
static const char BODY[] = "Hello, world!";

static struct connection connections[MAX_CONNECTIONS];
static struct sockaddr_in server = {.sin_family = AF_INET};
static enum mode mode;
static int poller;
static char line[LINE];
static long operations, errors, answered_connections;
// Set when the clock starts; until then a connection waits after its first answer, so that all begin together.
static int running;

// Latencies in a histogram of 1 µs steps up to 2 s: constant memory, exact quantiles.
enum { BUCKETS = 2000000 };
static unsigned int histogram[BUCKETS];
static long longest;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void record(double seconds) {
    long microseconds = (long)(seconds * 1e6);
    if (microseconds > longest) longest = microseconds;
    histogram[microseconds >= BUCKETS ? BUCKETS - 1 : microseconds]++;
    operations++;
}

static long quantile(double share) {
    long wanted = (long)((double)operations * share), seen = 0;
    for (long i = 0; i < BUCKETS; i++) {
        seen += histogram[i];
        if (seen > wanted) return i;
    }
    return BUCKETS;
}

static void send_request(struct connection *c) {
    const char *bytes = mode == HTTP ? REQUEST : line;
    size_t count = mode == HTTP ? sizeof REQUEST - 1 : LINE;
    c->received = 0;
    if (mode != CONNECT) c->sent_at = now();
    if (send(c->descriptor, bytes, count, MSG_NOSIGNAL) != (ssize_t)count) errors++;
}

// Opens (or opens again) a connection; a blocking connect, for loopback answers at once.
static void open_connection(struct connection *c) {
    int yes = 1;
    c->sent_at = now();
    c->descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (c->descriptor < 0 || connect(c->descriptor, (struct sockaddr *)&server, sizeof server) < 0) {
        perror("connect");
        exit(1);
    }
    setsockopt(c->descriptor, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    struct epoll_event interest = {.events = EPOLLIN, .data.ptr = c};
    epoll_ctl(poller, EPOLL_CTL_ADD, c->descriptor, &interest);
    send_request(c);
}

static void close_connection(struct connection *c) {
    // Reset instead of a FIN handshake, so that thousands of closed connections leave no TIME_WAIT behind.
    struct linger reset = {.l_onoff = 1, .l_linger = 0};
    setsockopt(c->descriptor, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    close(c->descriptor);
}

// A complete answer: the line come back (its end may be LF or CR-LF), or a response that ends in the body.
static int complete(struct connection *c, const char *bytes, ssize_t count) {
    c->received += (int)count;
    if (mode == HTTP)
        return count >= (ssize_t)sizeof BODY - 1
            && memcmp(bytes + count - (sizeof BODY - 1), BODY, sizeof BODY - 1) == 0;
    return bytes[count - 1] == '\n';
}

static int correct(struct connection *c, const char *bytes, ssize_t count) {
    if (mode == HTTP) return 1;
    if (c->received != LINE && c->received != LINE + 1) return 0;
    return count < LINE || memcmp(bytes, line, LINE - 1) == 0;
}

static void handle(struct connection *c) {
    char bytes[4096];
    ssize_t count = recv(c->descriptor, bytes, sizeof bytes, 0);
    if (count <= 0) {
        errors++;
        close_connection(c);
        open_connection(c);
        return;
    }
    if (!complete(c, bytes, count)) return;
    if (!correct(c, bytes, count)) errors++;
    record(now() - c->sent_at);
    if (!c->answered) {
        c->answered = 1;
        answered_connections++;
    }
    if (mode == CONNECT) {
        close_connection(c);
        open_connection(c);
    } else if (running) {
        send_request(c);
    }
}

static void turn(int timeout) {
    struct epoll_event ready[EVENTS];
    int count = epoll_wait(poller, ready, EVENTS, timeout);
    for (int i = 0; i < count; i++) handle(ready[i].data.ptr);
}

// What one connection echoes while it is sent as fast as it takes it, checked byte by byte.
static double bulk(long megabytes, double limit) {
    enum { CHUNK = 65536 };
    static char out[CHUNK], in[CHUNK];
    long left = megabytes * 1000000 / LINE * LINE;
    for (int i = 0; i < CHUNK; i += LINE) memcpy(out + i, line, LINE);
    struct connection c;
    c.descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (c.descriptor < 0 || connect(c.descriptor, (struct sockaddr *)&server, sizeof server) < 0) {
        perror("connect");
        exit(1);
    }
    int yes = 1, column = 0;
    long phase = 0, wanted = left / LINE;
    setsockopt(c.descriptor, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    fcntl(c.descriptor, F_SETFL, O_NONBLOCK);
    printf("started\n");
    fflush(stdout);
    double start = now();
    while (operations < wanted) {
        if (now() - start > limit) break;
        struct pollfd wait = {.fd = c.descriptor, .events = (short)(POLLIN | (left > 0 ? POLLOUT : 0))};
        poll(&wait, 1, 100);
        if (wait.revents & POLLOUT && left > 0) {
            long count = left < CHUNK - phase ? left : CHUNK - phase;
            ssize_t sent = send(c.descriptor, out + phase, (size_t)count, MSG_NOSIGNAL);
            if (sent > 0) {
                left -= sent;
                phase = (phase + sent) % LINE;
            }
        }
        if (!(wait.revents & (POLLIN | POLLHUP | POLLERR))) continue;
        ssize_t count = recv(c.descriptor, in, sizeof in, 0);
        if (count == 0 || (count < 0 && errno != EAGAIN)) {
            errors++;
            break;
        }
        for (ssize_t i = 0; i < count; i++) {
            if (column < LINE - 1) {
                if (in[i] != line[column++]) errors++;
            } else if (in[i] == '\n') {
                column = 0;
                operations++;
            } else if (in[i] != '\r') {
                errors++;
            }
        }
    }
    double end = now();
    close_connection(&c);
    return end - start;
}

static void report(double seconds) {
    printf("operations %ld seconds %.3f errors %ld p50 %ld p99 %ld p999 %ld max %ld\n", operations, seconds, errors,
           quantile(0.50), quantile(0.99), quantile(0.999), longest);
}

int main(int argc, char **argv) {
    if (argc != 5) {
        fprintf(stderr, "usage: loadgen PORT echo|http|connect|idle|bulk N SECONDS\n");
        return 2;
    }
    server.sin_port = htons((unsigned short)atoi(argv[1]));
    server.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    mode = !strcmp(argv[2], "http") ? HTTP : !strcmp(argv[2], "connect") ? CONNECT
         : !strcmp(argv[2], "idle") ? IDLE : !strcmp(argv[2], "bulk") ? BULK : ECHO;
    int wanted = atoi(argv[3]);
    double seconds = atof(argv[4]);
    if (wanted < 1 || wanted > MAX_CONNECTIONS) {
        fprintf(stderr, "loadgen: between 1 and %d connections\n", MAX_CONNECTIONS);
        return 2;
    }
    struct rlimit limit;
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    memset(line, 'x', LINE);
    line[LINE - 1] = '\n';
    poller = epoll_create1(EPOLL_CLOEXEC);

    if (mode == BULK) {
        report(bulk(wanted, seconds));
        return errors == 0 ? 0 : 1;
    }

    double start = now();
    for (int i = 0; i < wanted; i++) {
        open_connection(&connections[i]);
        // The server gets turns while thousands of connections open, so that its backlog never overflows.
        if (i % 50 == 49) turn(0);
        while (mode != CONNECT && i - answered_connections > 200 && now() - start < OPENING_SECONDS) turn(10);
        if (now() - start >= OPENING_SECONDS) break;
    }
    if (mode == IDLE) {
        while (answered_connections < wanted && now() - start < OPENING_SECONDS) turn(10);
        printf("open %ld\n", answered_connections);
        fflush(stdout);
        double end = now() + seconds;
        while (now() < end) turn(50);
        report(now() - start);
        return answered_connections == wanted && errors == 0 ? 0 : 1;
    }

    // The clock starts when every connection has had its first answer.
    while (answered_connections < wanted && now() - start < OPENING_SECONDS) turn(10);
    if (answered_connections < wanted) {
        fprintf(stderr, "loadgen: only %ld of %d connections were answered\n", answered_connections, wanted);
        return 1;
    }
    memset(histogram, 0, sizeof histogram);
    operations = 0;
    printf("started\n");
    fflush(stdout);
    start = now();
    running = 1;
    for (int i = 0; mode != CONNECT && i < wanted; i++) send_request(&connections[i]);
    while (now() < start + seconds) turn(10);
    double end = now();
    for (int i = 0; mode == ECHO && i < wanted; i++)
        if (end - connections[i].sent_at > STUCK_MS / 1000.0) errors++;
    report(end - start);
    return errors == 0 ? 0 : 1;
}
