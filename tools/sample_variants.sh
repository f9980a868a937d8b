#!/usr/bin/env bash
# sample_variants: writes an export as another maker would have written it. Files get neutral names, columns and rows are shuffled and the headers
# replaced: mode A by other plausible Dutch ones, mode B by K1..Kn. Used by the import tests, so that nothing is recognised by its file name or header.
# The fields keep their bytes, quotes and line ends inside them included; the same seed gives the same files.
set -euo pipefail
export LC_ALL=C

if [ $# -lt 3 ] || [ $# -gt 4 ] || [[ ! $3 =~ ^[0-9]+$ ]] || [[ ! ${4:-A} =~ ^[AB]$ ]]; then
    echo "use: $0 SRC_DIR OUT_DIR SEED [A|B]" >&2
    exit 2
fi
if [ "$(realpath -m "$1")" = "$(realpath -m "$2")" ]; then
    echo "$0: SRC_DIR and OUT_DIR are the same folder" >&2
    exit 2
fi
mkdir -p "$2"
if [ -n "$(ls -A "$2")" ]; then
    echo "$0: $2 is not empty" >&2
    exit 2
fi

exec perl - "$1" "$2" "$3" "${4:-A}" <<'PERL'
use strict;
use warnings;
my ($source, $target, $seed, $mode) = @ARGV;

# A number generator of our own: rand() differs between builds of perl.
my $state = $seed % 2147483647 || 1;
sub below {
    my ($limit) = @_;
    $state = $state * 48271 % 2147483647;
    return int($state / 2147483647 * $limit);
}
sub shuffled {
    my @items = @_;
    for (my $i = $#items; $i > 0; $i--) {
        my $j = below($i + 1);
        @items[$i, $j] = @items[$j, $i];
    }
    return @items;
}

# Header, in lower case => what other makers call it. Windows-1252 and UTF-8 alike: ASCII only.
my %other_headers = (
    'patientnr' => ['Pat.nr', 'Patientnummer', 'Relatienr', 'Dossiernummer'],
    'clientnummer' => ['Client nr', 'Patientnummer', 'Klantnummer', 'Dossiernr'],
    'bsn' => ['Burger service nr', 'Burgerservicenummer', 'BSN-nummer', 'Sofinr/BSN'],
    'burgerservicenummer' => ['BSN', 'Burger service nr', 'BSN nummer', 'Sofinr/BSN'],
    'achternaam' => ['Achternaam patient', 'Familienaam', 'Geslachtsnaam', 'Naam'],
    'tussenvoegsel' => ['Voorvoegsels', 'Tussenv.', 'Voorv.', 'Voorvoegsel achternaam'],
    'voorvoegsel' => ['Tussenvoegsels', 'Tussenv.', 'Voorv.', 'Voorvoegsel achternaam'],
    'voorletters' => ['Initialen', 'Voorl.', 'Voorletter(s)'],
    'initialen' => ['Voorletters', 'Voorl.', 'Voorletter(s)'],
    'roepnaam' => ['Voornaam', 'Roepn.', 'Voornaam/roepnaam'],
    'geslacht' => ['M/V', 'Sexe', 'Man/vrouw', 'Gesl.'],
    'm/v' => ['Geslacht', 'Sexe', 'Man/vrouw', 'Gesl.'],
    'geboortedatum' => ['Geboren', 'Geb.dat.', 'Geboren op', 'Gebdatum'],
    'geb.datum' => ['Geboren', 'Geboortedatum', 'Geboren op', 'Gebdatum'],
    'straat' => ['Straatnaam', 'Adres straat', 'Woonstraat'],
    'huisnummer' => ['Huisnr', 'Nr.', 'Nummer'],
    'toevoeging' => ['Huisnr toev.', 'Toev.', 'Huisletter'],
    'adres' => ['Straat en huisnummer', 'Woonadres', 'Adresregel'],
    'postcode' => ['PC', 'Post code', 'Postcd'],
    'plaats' => ['Woonplaats', 'Stad', 'Plaatsnaam'],
    'woonplaats' => ['Plaats', 'Stad', 'Plaatsnaam'],
    'telefoon' => ['Tel. thuis', 'Telefoonnummer', 'Tel. prive'],
    'mobiel' => ['GSM', 'Mobiel nummer', '06-nummer'],
    'tel. mobiel' => ['GSM', 'Mobiel', '06-nummer'],
    'tel. vast' => ['Telefoon thuis', 'Telefoonnummer', 'Tel. prive'],
    'e-mail' => ['Mailadres', 'E-mailadres', 'Email adres'],
    'email' => ['Mailadres', 'E-mailadres', 'E-mail adres'],
    'uzovi' => ['UZOVI-code', 'Zorgverzekeraar', 'Verzekeraar nr'],
    'verzekeraar' => ['UZOVI', 'UZOVI-code', 'Zorgverzekeraar'],
    'polisnummer' => ['Polisnr', 'Verzekerdenr', 'Relatienr verzekeraar'],
    'verzekerdenummer' => ['Polisnummer', 'Polisnr', 'Verzekerdenr'],
    'inschrijfdatum' => ['Ingeschreven op', 'Patient sinds', 'Datum inschrijving'],
    'ingeschreven sinds' => ['Inschrijfdatum', 'Client sinds', 'Datum inschrijving'],
    'uitschrijfdatum' => ['Uitgeschreven per', 'Datum uitschrijving', 'Vertrokken op'],
    'uitgeschreven' => ['Uitschrijfdatum', 'Datum uitschrijving', 'Vertrokken op'],
    'overlijdensdatum' => ['Overleden', 'Datum overlijden', 'Overl.datum'],
    'overleden op' => ['Overlijdensdatum', 'Datum overlijden', 'Overl.datum'],
    'notitie' => ['Opmerking', 'Bijzonderheden', 'Aantekening'],
    'memo' => ['Notities', 'Opmerkingen', 'Bijzonderheden'],
    'regelnr' => ['Regel', 'Verrichtingnr', 'Volgnr'],
    'factuurnr' => ['Factuurnummer', 'Notanr', 'Declaratienr'],
    'afspraaknr' => ['Afspraak id', 'Afspraaknummer', 'Agendanr'],
    'datum' => ['Dag', 'Datum d.d.', 'Op datum'],
    'behandelaar' => ['Medewerker', 'Uitvoerder', 'Beh.', 'Zorgverlener'],
    'prestatiecode' => ['Code', 'Verrichtingcode', 'Prestatie'],
    'omschrijving' => ['Verrichting', 'Omschr.', 'Prestatieomschrijving'],
    'element' => ['Gebitselement', 'Elem.', 'Tand'],
    'aantal' => ['Aant.', 'Hoeveelheid', 'Keer'],
    'tarief' => ['Prijs', 'Tarief per stuk', 'Bedrag per stuk'],
    'vervaldatum' => ['Te betalen voor', 'Vervalt op', 'Uiterste betaaldatum'],
    'bedrag' => ['Totaal', 'Factuurbedrag', 'Bedrag EUR'],
    'betaald' => ['Voldaan', 'Is betaald', 'Betaald J/N'],
    'betaaldatum' => ['Betaald op', 'Datum betaling', 'Voldaan op'],
    'tijd' => ['Aanvang', 'Begintijd', 'Tijdstip'],
    'duur' => ['Minuten', 'Duur (min)', 'Tijdsduur'],
    'soort' => ['Type', 'Afspraaksoort', 'Reden'],
    'status' => ['Afspraakstatus', 'Status afspraak', 'Stand van zaken'],
    'code' => ['Afkorting', 'Medewerkercode', 'Mdw.'],
    'naam' => ['Naam medewerker', 'Volledige naam', 'Medewerkernaam'],
    'functie' => ['Rol', 'Functienaam', 'Taak'],
    'big' => ['BIG-nummer', 'BIG-registratie', 'BIG nr'],
    'agb' => ['AGB-code', 'AGB zorgverlener', 'AGB nr'],
);

sub separator_of {
    my ($text) = @_;
    my ($header) = $text =~ /\A([^\r\n]*)/;
    my ($best) = sort { $b->[1] <=> $a->[1] } map { [$_, scalar(() = $header =~ /\Q$_\E/g)] } (';', ',', "\t");
    return $best->[0];
}

# Records of raw fields: a field keeps its quotes, so that nothing need be quoted anew.
sub records_of {
    my ($text, $separator) = @_;
    my (@records, @fields);
    my $plain = qr/[^\Q$separator\E\r\n]*/;
    pos($text) = 0;
    while (pos($text) < length $text) {
        $text =~ /\G("[^"]*(?:""[^"]*)*"|$plain)/gc or die "unreadable field\n";
        push @fields, $1;
        next if $text =~ /\G\Q$separator\E/gc && (pos($text) < length $text || push @fields, '');
        $text =~ /\G(?:\r\n|\r|\n|\z)/gc or die "text after a closing quote, record " . (@records + 1) . "\n";
        push @records, [@fields];
        @fields = ();
    }
    push @records, [@fields] if @fields;
    return @records;
}

sub new_headers {
    my @headers = @_;
    return map { "K$_" } 1 .. @headers if $mode eq 'B';
    my %taken;
    my @new;
    for my $header (@headers) {
        my @choice = grep { !$taken{lc $_} } shuffled(@{ $other_headers{lc $header} // [] });
        my $name = @choice ? $choice[0] : $header;
        $taken{lc $name} = 1;
        push @new, $name;
    }
    return @new;
}

opendir my $folder, $source or die "$source: $!\n";
my @names = sort grep { /\.csv\z/ } readdir $folder;
closedir $folder;
die "$source: no .csv file\n" unless @names;

my $number = 0;
for my $name (shuffled(@names)) {
    open my $in, '<:raw', "$source/$name" or die "$source/$name: $!\n";
    my $text = do { local $/; <$in> };
    close $in;
    my $mark = $text =~ s/\A\xef\xbb\xbf// ? "\xef\xbb\xbf" : '';
    my $line_end = $text =~ /\r\n/ ? "\r\n" : "\n";
    my $separator = separator_of($text);
    my ($header, @rows) = eval { records_of($text, $separator) };
    die "$source/$name: $@" if $@;
    my @blank = grep { @$_ == 1 && $_->[0] eq '' } @rows;
    @rows = shuffled(grep { !(@$_ == 1 && $_->[0] eq '') } @rows);
    for my $row (@rows) {
        die "$source/$name: a record of " . @$row . " fields, the header has " . @$header . "\n" if @$row != @$header;
    }
    my @order = shuffled(0 .. $#$header);
    my @new = new_headers(@$header[@order]);
    my $out_name = sprintf '%s/bestand_%d.csv', $target, ++$number;
    open my $out, '>:raw', $out_name or die "$out_name: $!\n";
    print $out $mark, join($separator, @new), $line_end;
    print $out join($separator, @$_[@order]), $line_end for @rows;
    print $out $line_end for @blank;
    close $out or die "$out_name: $!\n";
}
PERL
