#include "catalogue/record.hpp"

#include "base/ascii.hpp"
#include "testing/grant_for_tests.hpp"
#include "testing/sealing_for_tests.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace zk::catalogue {
namespace {

struct Person {
    static constexpr RecordKind kind = record_kind(RetentionClass::person, 250);
    Field<"patient.surname", std::string> surname;
    Field<"patient.tussenvoegsel", std::string> tussenvoegsel;
    Field<"patient.sex", Sex> sex;
    Field<"patient.birth_date", Date> birth_date;
    Field<"patient.old_numbers", std::vector<std::string>> old_numbers;
    static constexpr std::tuple members { &Person::surname, &Person::tussenvoegsel, &Person::sex, &Person::birth_date,
        &Person::old_numbers };
};

struct Identity {
    static constexpr RecordKind kind = record_kind(RetentionClass::identification, 250);
    Field<"patient.bsn", Bsn> bsn;
    static constexpr std::tuple members { &Identity::bsn };
};

struct Appointment {
    static constexpr RecordKind kind = record_kind(RetentionClass::agenda, 250);
    Field<"appointment.time", TimeOfDay> time;
    Field<"appointment.minutes", std::uint64_t> minutes;
    Field<"appointment.imported_by", ImportId> imported_by;
    static constexpr std::tuple members { &Appointment::time, &Appointment::minutes, &Appointment::imported_by };
};

struct Invoice {
    static constexpr RecordKind kind = record_kind(RetentionClass::invoice, 250);
    Field<"invoice.amount", Cents> amount;
    Field<"invoice.paid", bool> paid;
    static constexpr std::tuple members { &Invoice::amount, &Invoice::paid };
};

struct Practice {
    static constexpr RecordKind kind = record_kind(RetentionClass::practice, 250);
    Open<"practice.name", std::string> name;
    Open<"practice.founded_at", Instant> founded_at;
    static constexpr std::tuple members { &Practice::name, &Practice::founded_at };
};

PatientId const k_patient = PatientId::from_raw({ 1 });
PatientId const k_other = PatientId::from_raw({ 2 });

// Written with spaces between the parts, for people.
std::string packed(std::string_view hex)
{
    return ascii::without(hex, " ");
}

template<Record R>
std::string hex_of(R const& record)
{
    return to_hex(encode(record, keep::JournalCodec::access()));
}

template<Record R>
Result<R> decoded(std::string_view hex)
{
    return decode<R>(from_hex(packed(hex)).value(), k_patient, keep::JournalCodec::access());
}

template<Record R>
std::string refusal(std::string_view hex)
{
    auto const record = decoded<R>(hex);
    return record ? "" : std::string(record.error().code());
}

Person de_vries()
{
    Person person;
    person.surname = Field<"patient.surname", std::string>("Vries");
    person.tussenvoegsel = Field<"patient.tussenvoegsel", std::string>("de");
    person.sex = Field<"patient.sex", Sex>(Sex::female);
    person.birth_date = Field<"patient.birth_date", Date>(Date::parse_iso("1953-02-01").value());
    person.old_numbers = Field<"patient.old_numbers", std::vector<std::string>>({ "100539", "7" });
    return person;
}

// Written by hand from docs/formats/record.md. They are on disks: never change one, add a new one.
constexpr std::string_view k_golden_person = "0100 05 5672696573 "
                                             "0200 02 6465 "
                                             "0500 01 01 "
                                             "0600 04 dee7ffff "
                                             "0f00 09 06 313030353339 01 37";
constexpr std::string_view k_golden_identity = "1e00 09 393939393530363636";
constexpr std::string_view k_golden_appointment = "5600 02 fe01 "
                                                  "5700 02 ac02 "
                                                  "5c00 10 00112233445566778899aabbccddeeff";
constexpr std::string_view k_golden_invoice = "7100 08 0af6ffffffffffff "
                                              "7200 01 01";
constexpr std::string_view k_golden_practice = "f000 08 4465204c696e6465 "
                                               "f400 08 80d67b02a2010000";

TEST(Record, writes_the_bytes_that_are_on_disks)
{
    EXPECT_EQ(hex_of(de_vries()), packed(k_golden_person));

    Identity identity;
    identity.bsn = Field<"patient.bsn", Bsn>(Bsn::parse("999950666").value());
    EXPECT_EQ(hex_of(identity), packed(k_golden_identity));

    Appointment appointment;
    appointment.time = Field<"appointment.time", TimeOfDay>(TimeOfDay::from(8, 30).value());
    appointment.minutes = Field<"appointment.minutes", std::uint64_t>(300);
    appointment.imported_by
        = Field<"appointment.imported_by", ImportId>(ImportId::parse("00112233445566778899aabbccddeeff").value());
    EXPECT_EQ(hex_of(appointment), packed(k_golden_appointment));

    Invoice invoice;
    invoice.amount = Field<"invoice.amount", Cents>(Cents::of(-2550));
    invoice.paid = Field<"invoice.paid", bool>(true);
    EXPECT_EQ(hex_of(invoice), packed(k_golden_invoice));

    Practice practice;
    practice.name = "De Linde";
    practice.founded_at = Instant { std::chrono::milliseconds { 1'795'338'000'000 } };
    EXPECT_EQ(hex_of(practice), packed(k_golden_practice));
}

TEST(Record, reads_the_bytes_that_are_on_disks)
{
    auto const grant = gate::Policy::everything_of({ k_patient });
    auto const person = decoded<Person>(k_golden_person).value();
    EXPECT_EQ(person.surname.reveal(grant), "Vries");
    EXPECT_EQ(person.tussenvoegsel.reveal(grant), "de");
    EXPECT_EQ(person.sex.reveal(grant), Sex::female);
    EXPECT_EQ(person.birth_date.reveal(grant), Date::parse_iso("1953-02-01").value());
    EXPECT_EQ(person.old_numbers.reveal(grant), (std::vector<std::string> { "100539", "7" }));
    EXPECT_EQ(decoded<Identity>(k_golden_identity)->bsn.reveal(grant)->digits(), "999950666");
    EXPECT_EQ(decoded<Appointment>(k_golden_appointment)->minutes.reveal(grant), 300U);
    EXPECT_EQ(decoded<Invoice>(k_golden_invoice)->amount.reveal(grant), Cents::of(-2550));
    EXPECT_EQ(decoded<Practice>(k_golden_practice)->name.get(), "De Linde");
}

TEST(Record, tells_what_is_absent_from_what_is_empty)
{
    EXPECT_EQ(hex_of(Person {}), "");
    EXPECT_FALSE(decoded<Person>("")->surname.has_value());

    Person nameless;
    nameless.surname = Field<"patient.surname", std::string>("");
    EXPECT_EQ(hex_of(nameless), "010000");
    EXPECT_TRUE(decoded<Person>("010000")->surname.has_value());
}

RC_GTEST_PROP(
    Record, comes_back_as_it_was, (bool named, std::string const& surname, std::vector<std::string> const& numbers))
{
    Person person;
    if (named)
        person.surname = Field<"patient.surname", std::string>(surname);
    person.old_numbers = Field<"patient.old_numbers", std::vector<std::string>>(numbers);
    auto const bytes = encode(person, keep::JournalCodec::access());
    auto const back = decode<Person>(bytes, k_patient, keep::JournalCodec::access());
    RC_ASSERT(back.has_value());
    auto const grant = gate::Policy::everything_of({ k_patient });
    RC_ASSERT(back->surname.reveal(grant) == person.surname.reveal(grant));
    RC_ASSERT(back->old_numbers.reveal(grant) == numbers);
    RC_ASSERT(encode(*back, keep::JournalCodec::access()) == bytes);
}

RC_GTEST_PROP(Record, has_one_spelling_whatever_is_changed, ())
{
    Bytes bytes = from_hex(packed(k_golden_person)).value();
    auto const at = *rc::gen::inRange<std::size_t>(0, bytes.size());
    bytes[at] = *rc::gen::arbitrary<std::uint8_t>();
    bytes.resize(*rc::gen::inRange<std::size_t>(0, bytes.size() + 1));
    auto const record = decode<Person>(bytes, k_patient, keep::JournalCodec::access());
    if (record)
        RC_ASSERT(encode(*record, keep::JournalCodec::access()) == bytes);
}

TEST(Record, refuses_an_unknown_element)
{
    // Of another record, and of no catalogue that we know.
    EXPECT_EQ(refusal<Person>("1e00 09 393939393530363636"), "record-unknown-element");
    EXPECT_EQ(refusal<Person>("0100 01 61 ffff 01 61"), "record-unknown-element");
    EXPECT_EQ(refusal<Person>("0000 00"), "record-elements-out-of-order");
}

TEST(Record, refuses_another_order)
{
    EXPECT_EQ(refusal<Person>("0200 02 6465 0100 05 5672696573"), "record-elements-out-of-order");
    EXPECT_EQ(refusal<Person>("0100 01 61 0100 01 61"), "record-elements-out-of-order");
}

TEST(Record, refuses_what_is_left_over_or_cut)
{
    EXPECT_EQ(refusal<Person>(std::string(k_golden_person) + "00"), "bytes-too-short");
    EXPECT_EQ(refusal<Person>(std::string(k_golden_person) + "1000"), "bytes-too-short");
    EXPECT_EQ(refusal<Person>("0100 06 5672696573"), "bytes-too-short");
    EXPECT_EQ(refusal<Person>("0500 02 0101"), "element-unknown-value");
    EXPECT_EQ(refusal<Person>("0600 05 dee7ffff00"), "bytes-left-over");
}

TEST(Record, refuses_what_is_not_canonical)
{
    // A length of one byte, written in two.
    EXPECT_EQ(refusal<Person>("0100 8500 5672696573"), "bytes-bad-varint");
    EXPECT_EQ(refusal<Invoice>("7200 01 02"), "element-unknown-value");
    EXPECT_EQ(refusal<Appointment>("5700 02 9e00"), "bytes-bad-varint");
}

TEST(Record, is_named_by_class_and_number)
{
    EXPECT_EQ(static_cast<std::uint16_t>(Person::kind), 0x01fa);
    EXPECT_EQ(class_of(Invoice::kind), RetentionClass::invoice);
    static_assert(belongs_to_a_patient<Person> && belongs_to_a_patient<Appointment> && belongs_to_a_patient<Invoice>);
    static_assert(!belongs_to_a_patient<Practice>);
}

TEST(RecordDeathTest, opens_only_with_a_grant_for_element_and_patient)
{
    auto const person = decoded<Person>(k_golden_person).value();
    auto const of_another = gate::Policy::everything_of({ k_other });
    auto const another_element = gate::Policy::some_of(
        elements_where([](Element const& element) { return element.key == "patient.sex"; }), { k_patient });
    EXPECT_DEATH(static_cast<void>(person.surname.reveal(of_another)), "covers");
    EXPECT_DEATH(static_cast<void>(person.surname.reveal(another_element)), "covers");
    EXPECT_EQ(person.sex.reveal(another_element), Sex::female);
}

TEST(RecordDeathTest, keeps_its_owner_when_it_is_filled_with_nothing)
{
    auto const empty = decoded<Person>("").value();
    auto const of_another = gate::Policy::everything_of({ k_other });
    EXPECT_DEATH(static_cast<void>(empty.surname.reveal(of_another)), "covers");
}

} // namespace
} // namespace zk::catalogue
