// What Chancery uses of libcurl. Swift does not see functions with a variable number of arguments.
#include <curl/curl.h>

static inline CURLcode chancery_curl_number(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode chancery_curl_text(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode chancery_curl_fields(CURL *handle, struct curl_slist *fields) {
    return curl_easy_setopt(handle, CURLOPT_HTTPHEADER, fields);
}

/// Hands the body's bytes, and the head's lines, to functions that are given `context`.
static inline void chancery_curl_receive(
    CURL *handle, curl_write_callback body, curl_write_callback head, void *context) {
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, body);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, context);
    curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, head);
    curl_easy_setopt(handle, CURLOPT_HEADERDATA, context);
}

/// Lets a function open each connection's socket, so that it sees the address that a name led to.
static inline void chancery_curl_open(CURL *handle, curl_opensocket_callback open, void *context) {
    curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, open);
    curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, context);
}

static inline void chancery_curl_web_only(CURL *handle) {
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
}

static inline long chancery_curl_status(CURL *handle) {
    long status = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
    return status;
}

/// The absolute address that a redirect leads to; valid while the handle lives.
static inline const char *chancery_curl_redirect(CURL *handle) {
    char *address = NULL;
    curl_easy_getinfo(handle, CURLINFO_REDIRECT_URL, &address);
    return address;
}

static inline int chancery_curl_begin(void) { return (int)curl_global_init(CURL_GLOBAL_DEFAULT); }
