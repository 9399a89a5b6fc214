#ifndef C_SCHOONER_SYSTEM_H
#define C_SCHOONER_SYSTEM_H
// What Swift's Glibc module does not export: epoll, eventfd and accept4.
#if defined(__linux__)
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
int accept4(int descriptor, struct sockaddr *address, socklen_t *length, int flags);
#endif
#endif
