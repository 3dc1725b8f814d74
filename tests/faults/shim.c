/* Loaded before the C library: the system call number FAULT_AT on a file under FAULT_UNDER fails.

   FAULT_KIND is `eio` (this call alone), `full` (this one and all later ones that take room),
   `short` (half of what is to be written), or `kill` (the process ends before the call).
   FAULT_COUNT names a file for the number of calls, where nothing fails. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static long calls;
static pid_t watched;

__attribute__((constructor)) static void begin(void) { watched = getpid(); }

__attribute__((destructor)) static void end(void) {
    const char *name = getenv("FAULT_COUNT");
    FILE *file = name && getpid() == watched ? fopen(name, "w") : NULL;
    if (file) {
        fprintf(file, "%ld\n", calls);
        fclose(file);
    }
}

static int under(const char *path) {
    const char *folder = getenv("FAULT_UNDER");
    return folder && path && strncmp(path, folder, strlen(folder)) == 0;
}

static int of_descriptor(int descriptor) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0)
        return 0;
    path[length] = 0;
    return under(path);
}

/* 0: go on; 1: write the half; -1: fail, with errno set. `takes_room`: the call makes a disk fuller. */
static int strikes(int counted, int takes_room) {
    const char *at = getenv("FAULT_AT"), *kind = getenv("FAULT_KIND");
    if (!counted || getpid() != watched)
        return 0;
    long number = __sync_add_and_fetch(&calls, 1), goal = at ? atol(at) : 0;
    if (!goal || !kind || number < goal)
        return 0;
    if (strcmp(kind, "full") == 0 && takes_room) {
        errno = ENOSPC;
        return -1;
    }
    if (number > goal)
        return 0;
    if (strcmp(kind, "kill") == 0)
        kill(getpid(), SIGKILL);
    if (strcmp(kind, "short") == 0)
        return 1;
    if (strcmp(kind, "eio") == 0) {
        errno = EIO;
        return -1;
    }
    return 0;
}

#define REAL(type, name, ...)                                                                      \
    static type (*real)(__VA_ARGS__);                                                              \
    if (!real)                                                                                     \
        real = (type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

#define OPEN(name)                                                                                 \
    int name(const char *path, int flags, ...) {                                                   \
        REAL(int, #name, const char *, int, ...);                                                  \
        va_list rest;                                                                              \
        va_start(rest, flags);                                                                     \
        mode_t mode = va_arg(rest, mode_t);                                                        \
        va_end(rest);                                                                              \
        return strikes(under(path), flags & O_CREAT) < 0 ? -1 : real(path, flags, mode);           \
    }
OPEN(open)
OPEN(open64)

#define WRITE(name, parameters, arguments, half)                                                   \
    ssize_t name parameters {                                                                      \
        REAL(ssize_t, #name, int, const void *, size_t, ...);                                      \
        int came = strikes(of_descriptor(descriptor), 1);                                          \
        return came < 0 ? -1 : came ? real half : real arguments;                                  \
    }
WRITE(write, (int descriptor, const void *data, size_t length), (descriptor, data, length),
      (descriptor, data, length / 2))
WRITE(pwrite, (int descriptor, const void *data, size_t length, off_t place),
      (descriptor, data, length, place), (descriptor, data, length / 2, place))
WRITE(pwrite64, (int descriptor, const void *data, size_t length, off64_t place),
      (descriptor, data, length, place), (descriptor, data, length / 2, place))

#define ONE(name, type, test, room)                                                                \
    int name(type what) {                                                                          \
        REAL(int, #name, type);                                                                    \
        return strikes(test(what), room) < 0 ? -1 : real(what);                                    \
    }
ONE(fsync, int, of_descriptor, 0)
ONE(fdatasync, int, of_descriptor, 0)
ONE(unlink, const char *, under, 0)

int ftruncate64(int descriptor, off64_t length) {
    REAL(int, "ftruncate64", int, off64_t);
    return strikes(of_descriptor(descriptor), 1) < 0 ? -1 : real(descriptor, length);
}

int mkdir(const char *path, mode_t mode) {
    REAL(int, "mkdir", const char *, mode_t);
    return strikes(under(path), 1) < 0 ? -1 : real(path, mode);
}

int rename(const char *from, const char *to) {
    REAL(int, "rename", const char *, const char *);
    return strikes(under(to), 1) < 0 ? -1 : real(from, to);
}
