// sbvz: what a practice asks SBV-Z (Wabvpz 7): does this BSN belong to this person, is this document in circulation.
// Asked by identify; app/ hands in the connection, tests answer for themselves.
// Always: a question is whole: a BSN with one of the two search paths; nothing of it is kept here.
// An attacker who could answer in its place could confirm a false identity: a connection needs a UZI certificate.
#pragma once

#include "base/postcode.hpp"
#include "care/patients/records.hpp"

#include <variant>

namespace zk::care {

inline constexpr std::size_t k_document_number_characters_min = 5;
inline constexpr std::size_t k_document_number_characters_max = 20;

// As it stands on the document: letters and digits; spaces, points and hyphens between them are dropped.
class DocumentNumber {
public:
    [[nodiscard]] static Result<DocumentNumber> parse(std::string_view text);

    [[nodiscard]] std::string const& text() const { return m_text; }
    friend bool operator==(DocumentNumber const&, DocumentNumber const&) = default;

private:
    explicit DocumentNumber(std::string text)
        : m_text(std::move(text))
    {
    }
    std::string m_text;
};

// One of the two ways in which SBV-Z knows a person.
class SearchPath {
public:
    struct Address {
        std::uint32_t house_number;
        Postcode postcode;
    };
    struct Surname {
        std::string text;
    };

    // By address when there is one in the Netherlands, else by surname.
    [[nodiscard]] static Result<SearchPath> of(
        Date birth_date, Sex sex, std::string_view surname, std::string_view house_number, std::string_view postcode);

    [[nodiscard]] Date birth_date() const { return m_birth_date; }
    [[nodiscard]] Sex sex() const { return m_sex; }
    [[nodiscard]] std::variant<Address, Surname> const& by() const { return m_by; }

private:
    SearchPath(Date birth_date, Sex sex, std::variant<Address, Surname> by)
        : m_birth_date(birth_date)
        , m_sex(sex)
        , m_by(std::move(by))
    {
    }
    Date m_birth_date;
    Sex m_sex;
    std::variant<Address, Surname> m_by;
};

struct BsnQuestion {
    Bsn bsn;
    SearchPath path;
};

struct DocumentQuestion {
    Bsn bsn;
    DocumentKind kind;
    DocumentNumber number;
};
enum class DocumentAnswer : std::uint8_t { in_circulation, not_in_circulation };

class Sbvz {
public:
    Sbvz() = default;
    Sbvz(Sbvz const&) = delete;
    Sbvz& operator=(Sbvz const&) = delete;
    virtual ~Sbvz() = default;

    // Fault::unavailable when it cannot be asked now; any answer of SBV-Z itself is no fault.
    [[nodiscard]] virtual Result<BsnAnswer> verify(BsnQuestion const& question) = 0;
    [[nodiscard]] virtual Result<DocumentAnswer> check(DocumentQuestion const& question) = 0;
};

// Until the practice has a UZI certificate: says so, whatever is asked.
class SbvzWithoutCertificate final : public Sbvz {
public:
    [[nodiscard]] Result<BsnAnswer> verify(BsnQuestion const& question) override;
    [[nodiscard]] Result<DocumentAnswer> check(DocumentQuestion const& question) override;
};

} // namespace zk::care
