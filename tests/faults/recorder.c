/* Records what processes write, as it would reach a disk (tests/faults/recording.py reads it). Loaded before libc by
   LD_PRELOAD. Everything below RECORDED_FOLDER is written into the file RECORDED_INTO, one record for each call that
   succeeded, in the one order in which the calls took effect: a lock that all processes share is held for as long.
   While there is a file RECORDED_INTO.read-only, nothing can be written below the folder, as after an error of a disk:
   a mount cannot be made so while files on it are open. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

struct record { uint32_t kind, name, other, bytes; uint64_t file, place; };

static const char *folder, *into;
static size_t folder_length;
static int log_handle = -1;
static pthread_mutex_t *lock;

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

__attribute__((constructor)) static void begin(void) {
  folder = getenv("RECORDED_FOLDER"), into = getenv("RECORDED_INTO");
  folder_length = folder ? strlen(folder) : 0;
}

/* Opened when it is first needed, so that a process that may open nothing is left alone. */
static int ready(void) {
  if (lock) return 1;
  char path[PATH_MAX];
  int saved = errno;
  snprintf(path, sizeof path, "%s.lock", into);
  int handle = open(path, O_RDWR | O_CLOEXEC);
  log_handle = open(into, O_WRONLY | O_APPEND | O_CLOEXEC);
  if (handle >= 0 && log_handle >= 0) {
    void *shared = mmap(NULL, sizeof *lock, PROT_READ | PROT_WRITE, MAP_SHARED, handle, 0);
    if (shared != MAP_FAILED) lock = shared;
  }
  if (handle >= 0) close(handle);
  errno = saved;
  return lock != NULL;
}

/* Made by whoever begins a recording, before anybody is recorded. */
int make_lock(const char *path) {
  int handle = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (handle < 0 || ftruncate(handle, sizeof *lock)) return -1;
  pthread_mutex_t *made = mmap(NULL, sizeof *made, PROT_READ | PROT_WRITE, MAP_SHARED, handle, 0);
  if (made == MAP_FAILED) return -1;
  pthread_mutexattr_t how;
  pthread_mutexattr_init(&how);
  pthread_mutexattr_setpshared(&how, PTHREAD_PROCESS_SHARED);
  pthread_mutexattr_setrobust(&how, PTHREAD_MUTEX_ROBUST);
  return pthread_mutex_init(made, &how);
}

static int read_only(void) {
  static char path[PATH_MAX];
  if (!path[0]) snprintf(path, sizeof path, "%s.read-only", into);
  int saved = errno, found = !access(path, F_OK);
  errno = found ? EROFS : saved;
  return found;
}

static void take(void) { if (pthread_mutex_lock(lock) == EOWNERDEAD) pthread_mutex_consistent(lock); }
static void give(void) { pthread_mutex_unlock(lock); }

static int is_ours(const char *path) {
  return folder && !strncmp(path, folder, folder_length) && (path[folder_length] == '/' || !path[folder_length]);
}

static int of_handle(int handle, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", handle);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  path[length > 0 ? length : 0] = 0;
  return length > 0;
}

static int of_name(int at, const char *name, char *path) {
  if (name[0] == '/') return snprintf(path, PATH_MAX, "%s", name) < PATH_MAX && is_ours(path);
  char base[PATH_MAX];
  if (at == AT_FDCWD ? !getcwd(base, sizeof base) : !of_handle(at, base)) return 0;
  return snprintf(path, PATH_MAX, "%s/%s", base, name) < PATH_MAX && is_ours(path);
}

/* The number of the file behind a handle, if it is one of ours; 0 for any other. */
static uint64_t ours(int handle) {
  struct stat state;
  char path[PATH_MAX];
  int saved = errno;
  uint64_t found = 0;
  if (folder && !fstat(handle, &state) && (S_ISREG(state.st_mode) || S_ISDIR(state.st_mode)))
    if (of_handle(handle, path) && is_ours(path)) found = state.st_ino;
  errno = saved;
  return found && ready() ? found : 0;
}

static uint64_t number_of(const char *path) {
  struct stat state;
  return lstat(path, &state) ? 0 : state.st_ino;
}

static void note(char kind, uint64_t file, uint64_t place, const char *name, const char *other, const void *bytes, size_t length) {
  struct record one = {(uint32_t)kind, name ? strlen(name) : 0, other ? strlen(other) : 0, length, file, place};
  struct iovec parts[] = {{&one, sizeof one}, {(void *)name, one.name}, {(void *)other, one.other}, {(void *)bytes, length}};
  int saved = errno;
  REAL(writev);
  if (real(log_handle, parts, 4) != (ssize_t)(sizeof one + one.name + one.other + length)) abort();
  errno = saved;
}

static int opened(int (*how)(int, const char *, int, ...), int at, const char *name, int flags, mode_t mode) {
  char path[PATH_MAX];
  int writes = flags & (O_CREAT | O_TRUNC | O_WRONLY | O_RDWR);
  if (!writes || !folder || !of_name(at, name, path) || !ready()) return how(at, name, flags, mode);
  if (read_only()) return -1;
  take();
  uint64_t before = number_of(path);
  int handle = how(at, name, flags, mode);
  if (handle >= 0 && !before) note('c', number_of(path), 0, path, NULL, NULL, 0);
  else if (handle >= 0 && flags & O_TRUNC) note('t', before, 0, NULL, NULL, NULL, 0);
  give();
  return handle;
}

#define MODE(flags) mode_t mode = 0; if ((flags) & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }
int open(const char *name, int flags, ...) { MODE(flags) REAL(openat); return opened(real, AT_FDCWD, name, flags, mode); }
int open64(const char *name, int flags, ...) { MODE(flags) REAL(openat64); return opened(real, AT_FDCWD, name, flags, mode); }
int openat(int at, const char *name, int flags, ...) { MODE(flags) REAL(openat); return opened(real, at, name, flags, mode); }
int openat64(int at, const char *name, int flags, ...) { MODE(flags) REAL(openat64); return opened(real, at, name, flags, mode); }

#define WRITTEN(call, where) { \
  uint64_t file = ours(handle); \
  if (!file) return call; \
  if (read_only()) return -1; \
  take(); \
  ssize_t done = call; \
  if (done > 0) note('w', file, where, NULL, NULL, bytes, done); \
  give(); \
  return done; }
ssize_t write(int handle, const void *bytes, size_t length) { REAL(write); WRITTEN(real(handle, bytes, length), lseek(handle, 0, SEEK_CUR) - done) }
ssize_t pwrite(int handle, const void *bytes, size_t length, off_t place) { REAL(pwrite); WRITTEN(real(handle, bytes, length, place), place) }
ssize_t pwrite64(int handle, const void *bytes, size_t length, off64_t place) { REAL(pwrite64); WRITTEN(real(handle, bytes, length, place), place) }

/* Whoever copies in the kernel, or writes from many places at once, has to do it in the usual way here. */
#define NOT_HERE(call) { if (ours(handle)) { errno = ENOSYS; return -1; } return call; }
ssize_t sendfile(int handle, int from, off_t *place, size_t length) { REAL(sendfile); NOT_HERE(real(handle, from, place, length)) }
ssize_t sendfile64(int handle, int from, off64_t *place, size_t length) { REAL(sendfile64); NOT_HERE(real(handle, from, place, length)) }
ssize_t copy_file_range(int from, off64_t *at, int handle, off64_t *place, size_t length, unsigned flags) { REAL(copy_file_range); NOT_HERE(real(from, at, handle, place, length, flags)) }
ssize_t writev(int handle, const struct iovec *parts, int count) { REAL(writev); NOT_HERE(real(handle, parts, count)) }
ssize_t pwritev(int handle, const struct iovec *parts, int count, off_t place) { REAL(pwritev); NOT_HERE(real(handle, parts, count, place)) }

#define OF_FILE(kind, call, place) { \
  uint64_t file = ours(handle); \
  if (!file) return call; \
  if (read_only()) return -1; \
  take(); \
  int failed = call; \
  if (!failed) note(kind, file, place, NULL, NULL, NULL, 0); \
  give(); \
  return failed; }
int fsync(int handle) { REAL(fsync); OF_FILE('s', real(handle), 0) }
int fdatasync(int handle) { REAL(fdatasync); OF_FILE('s', real(handle), 0) }
int ftruncate(int handle, off_t length) { REAL(ftruncate); OF_FILE('t', real(handle, length), length) }
int ftruncate64(int handle, off64_t length) { REAL(ftruncate64); OF_FILE('t', real(handle, length), length) }

#define OF_NAME(kind, at, call, number) { \
  char path[PATH_MAX]; \
  if (!folder || !of_name(at, name, path) || !ready()) return call; \
  if (read_only()) return -1; \
  take(); \
  int failed = call; \
  if (!failed) note(kind, number, 0, path, NULL, NULL, 0); \
  give(); \
  return failed; }
int mkdir(const char *name, mode_t mode) { REAL(mkdir); OF_NAME('m', AT_FDCWD, real(name, mode), number_of(path)) }
int mkdirat(int at, const char *name, mode_t mode) { REAL(mkdirat); OF_NAME('m', at, real(at, name, mode), number_of(path)) }
int unlink(const char *name) { REAL(unlink); OF_NAME('u', AT_FDCWD, real(name), 0) }
int unlinkat(int at, const char *name, int flags) { REAL(unlinkat); OF_NAME('u', at, real(at, name, flags), 0) }
int rmdir(const char *name) { REAL(rmdir); OF_NAME('u', AT_FDCWD, real(name), 0) }

#define OF_TWO(kind, call) { \
  char path[PATH_MAX], target[PATH_MAX]; \
  if (!folder || !of_name(from_at, from, path) || !of_name(to_at, to, target) || !ready()) return call; \
  if (read_only()) return -1; \
  take(); \
  int failed = call; \
  if (!failed) note(kind, number_of(target), 0, path, target, NULL, 0); \
  give(); \
  return failed; }
int rename(const char *from, const char *to) { REAL(rename); const int from_at = AT_FDCWD, to_at = AT_FDCWD; OF_TWO('r', real(from, to)) }
int renameat(int from_at, const char *from, int to_at, const char *to) { REAL(renameat); OF_TWO('r', real(from_at, from, to_at, to)) }
int link(const char *from, const char *to) { REAL(link); const int from_at = AT_FDCWD, to_at = AT_FDCWD; OF_TWO('l', real(from, to)) }
int linkat(int from_at, const char *from, int to_at, const char *to, int flags) { REAL(linkat); OF_TWO('l', real(from_at, from, to_at, to, flags)) }
