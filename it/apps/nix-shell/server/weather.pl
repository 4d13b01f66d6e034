# The last readings of a few stations, by HTTP.
use strict;
use warnings;
use IO::Socket::INET;

my %readings = (
    brocken  => '{"station":"Brocken","celsius":-4.5}',
    sonnblick => '{"station":"Hoher Sonnblick","celsius":-11.2}',
);
my $port = $ENV{PORT} // 8077;
my $listener = IO::Socket::INET->new(
    LocalAddr => $ENV{HOST} // '0.0.0.0', LocalPort => $port, Listen => 64, ReuseAddr => 1,
) or die "weather: cannot listen on $port: $@\n";
$SIG{CHLD} = 'IGNORE';
$SIG{TERM} = sub { exit 0 };
print STDERR "weather: listening on $port\n";

while (1) {
    my $client = $listener->accept or next;
    my $child = fork;
    if ($child) { close $client; next; }
    my ($path) = (<$client> // '') =~ m{^\S+ (\S+)};
    while (my $line = <$client>) { last if $line =~ /^\r?\n$/; }
    my ($status, $body) = ('404 Not Found', '{"error":"no such station"}');
    if (($path // '') =~ m{^/health$}) {
        ($status, $body) = ('200 OK', '{"status":"ok"}');
    } elsif (($path // '') =~ m{^/api/readings/(\w+)$} && $readings{$1}) {
        ($status, $body) = ('200 OK', $readings{$1});
    } elsif (($path // '') eq '/api/readings') {
        ($status, $body) = ('200 OK', '[' . join(',', map { $readings{$_} } sort keys %readings) . ']');
    }
    print $client "HTTP/1.1 $status\r\nContent-Type: application/json\r\nContent-Length: "
        . length($body) . "\r\nConnection: close\r\n\r\n$body";
    close $client;
    exit 0;
}
