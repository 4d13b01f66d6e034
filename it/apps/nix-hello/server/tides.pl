# The tides of a few harbours, by HTTP.
use strict;
use warnings;
use IO::Socket::INET;

my %tides = (
    cuxhaven => '{"harbour":"Cuxhaven","high":"04:12","metres":3.4}',
    roscoff  => '{"harbour":"Roscoff — Île de Batz","high":"06:50","metres":8.1}',
);
my $port = $ENV{PORT} // 8076;
my $listener = IO::Socket::INET->new(
    LocalAddr => $ENV{HOST} // '0.0.0.0', LocalPort => $port, Listen => 64, ReuseAddr => 1,
) or die "tides: cannot listen on $port: $@\n";
$SIG{CHLD} = 'IGNORE';
$SIG{TERM} = sub { exit 0 };
print STDERR "tides: listening on $port\n";

while (1) {
    my $client = $listener->accept or next;
    my $child = fork;
    if ($child) { close $client; next; }
    my ($path) = (<$client> // '') =~ m{^\S+ (\S+)};
    while (my $line = <$client>) { last if $line =~ /^\r?\n$/; }
    my ($status, $body) = ('404 Not Found', '{"error":"no such harbour"}');
    if (($path // '') =~ m{^/health$}) {
        ($status, $body) = ('200 OK', '{"status":"ok"}');
    } elsif (($path // '') =~ m{^/api/tides/(\w+)$} && $tides{$1}) {
        ($status, $body) = ('200 OK', $tides{$1});
    } elsif (($path // '') eq '/api/tides') {
        ($status, $body) = ('200 OK', '[' . join(',', map { $tides{$_} } sort keys %tides) . ']');
    }
    print $client "HTTP/1.1 $status\r\nContent-Type: application/json\r\nContent-Length: "
        . length($body) . "\r\nConnection: close\r\n\r\n$body";
    close $client;
    exit 0;
}
