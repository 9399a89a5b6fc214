#ifndef C_SCHOONER_SYSTEM_H
#define C_SCHOONER_SYSTEM_H
// What Swift's Glibc module does not export: epoll, eventfd, accept4 and the bounds of a thread's stack.
#if defined(__linux__)
#include <pthread.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
int accept4(int descriptor, struct sockaddr *address, socklen_t *length, int flags);
int pthread_getattr_np(pthread_t thread, pthread_attr_t *attributes);
#endif
#endif
