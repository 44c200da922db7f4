# fault.sh - faulty FAULT COMMAND...: runs COMMAND where calls of the C library fail; see tests/fault/fault.c
faulty() {
	fault=$1
	shift
	so=$(dirname "$(command -v tanzaku)")/tests/fault.so
	[ -e "$so" ] || { echo "no fault.so"; return 127; }
	env FAULT="$fault" LD_PRELOAD="$so" ASAN_OPTIONS=verify_asan_link_order=0:detect_leaks=0 "$@"
}
