#ifndef C_SCHOONER_SYSTEM_H
#define C_SCHOONER_SYSTEM_H
// What Swift's Glibc module does not export: epoll, eventfd, accept4, the bounds of a thread's stack, the
// working directory of a process about to be started, and pseudo terminals. And what Swift has no word for: prefetching.
#if defined(__linux__)
#include <pthread.h>
#include <spawn.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
int accept4(int descriptor, struct sockaddr *address, socklen_t *length, int flags);
int pthread_getattr_np(pthread_t thread, pthread_attr_t *attributes);
int posix_openpt(int flags);
int grantpt(int descriptor);
int unlockpt(int descriptor);
char *ptsname(int descriptor);
int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);
#endif

// Asks for the memory at an address, which will soon be read.
static inline __attribute__((always_inline)) void schooner_prefetch(long address) {
  __builtin_prefetch((const void *)(address & ~7L));
}
#endif
