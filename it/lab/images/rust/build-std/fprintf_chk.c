#include <stdarg.h>
#include <stdio.h>

/* glibc's checked fprintf, in terms of the standard. */
int __fprintf_chk(FILE *stream, int flag, const char *format, ...) {
    va_list arguments;
    int written;
    (void)flag;
    va_start(arguments, format);
    written = vfprintf(stream, format, arguments);
    va_end(arguments);
    return written;
}
