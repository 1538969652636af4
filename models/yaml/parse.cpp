// SPDX-License-Identifier: GPL-3.0-or-later
#include "yaml/builder.h"
#include "yaml/scalar.h"
#include "yaml/value.h"

#include "base/text.h"

#include <libfyaml.h>

using namespace Qt::StringLiterals;

namespace Yaml {

namespace {

struct YamlText
{
    Q_DECLARE_TR_FUNCTIONS(Yaml)
};

struct ParserCloser
{
    void operator()(fy_parser *parser) const { fy_parser_destroy(parser); }
};
struct DiagCloser
{
    void operator()(fy_diag *diag) const { fy_diag_destroy(diag); }
};
using Parser = std::unique_ptr<fy_parser, ParserCloser>;
using Diag = std::unique_ptr<fy_diag, DiagCloser>;

Diag makeDiag()
{
    fy_diag_cfg config;
    fy_diag_cfg_default(&config);
    config.fp = nullptr;
    config.output_fn = [](fy_diag *, void *, const char *, size_t) {};
    config.colorize = false;
    Diag diag(fy_diag_create(&config));
    if (diag)
        fy_diag_set_collect_errors(diag.get(), true);
    return diag;
}

QByteArray textOf(fy_token *token)
{
    size_t size = 0;
    const char *text = token ? fy_token_get_text(token, &size) : nullptr;
    return text ? QByteArray(text, static_cast<qsizetype>(size)) : QByteArray();
}

/// The parser's own sentence says what it expected; this says what is wrong.
QString reasonOf(const QString &detail)
{
    if (detail.contains("tab"_L1, Qt::CaseInsensitive))
        return YamlText::tr("a tab stands where only spaces may");
    if (detail.contains("indent"_L1, Qt::CaseInsensitive) || detail.contains("did not find expected key"_L1))
        return YamlText::tr("the indentation does not fit the lines before");
    if (detail.contains("quote"_L1, Qt::CaseInsensitive) || detail.contains("escape"_L1, Qt::CaseInsensitive))
        return YamlText::tr("a quoted text is not right or does not end");
    if (detail.contains("multiline"_L1) || detail.contains("mapping value"_L1) ||
        detail.contains("nested block mapping"_L1))
        return YamlText::tr("a colon stands where no key can be");
    if (detail.contains("flow"_L1) || detail.contains("json"_L1, Qt::CaseInsensitive))
        return YamlText::tr("a bracket, brace or comma is missing or too many");
    return YamlText::tr("this cannot be read");
}

/// Reads one file. Lives for one parse() only.
class Reading
{
public:
    Reading(QByteArrayView text, const QString &fileName, const Limits &limits)
        : m_text(text)
        , m_fileName(fileName)
        , m_isJson(fileName.endsWith(".json"_L1, Qt::CaseInsensitive))
        , m_limits(limits)
        , m_builder(limits.nodes)
    {}

    Result<QList<Document>> run();

private:
    std::unexpected<Error> failAt(int line, const QString &reason, const QString &detail = {}) const;
    Result<> checkBytes();
    Result<> readEvents(fy_parser *parser);
    Builder::Step take(fy_event *event);
    Builder::Step takeScalar(fy_event *event);
    Place placeOf(fy_event *event) const;
    std::unexpected<Error> parserError(fy_diag *diag) const;

    QByteArrayView m_text;
    QString m_fileName;
    bool m_isJson;
    Limits m_limits;
    qsizetype m_skipped = 0; ///< the byte order mark
    int m_lastLine = 1;
    Builder m_builder;
};

std::unexpected<Error> Reading::failAt(int line, const QString &reason, const QString &detail) const
{
    return fail(ErrorKind::Invalid,
                YamlText::tr("%1:%2: %3.").arg(visibleText(m_fileName), QString::number(line), reason),
                detail);
}

Result<> Reading::checkBytes()
{
    if (m_text.size() > m_limits.bytes)
        return fail(ErrorKind::Invalid, YamlText::tr("%1 is larger than %2 bytes.")
                                            .arg(visibleText(m_fileName), QString::number(m_limits.bytes)));
    const auto isForbidden = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && c != '\t' && c != '\n' && c != '\r';
    };
    if (m_text.isValidUtf8() && std::ranges::none_of(m_text, isForbidden)) {
        if (m_text.startsWith("\xef\xbb\xbf"))
            m_skipped = 3;
        m_text = m_text.sliced(m_skipped);
        return {};
    }
    int line = 1;
    for (QByteArrayView rest = m_text; !rest.isEmpty(); ++line) {
        const qsizetype end = rest.indexOf('\n');
        const QByteArrayView current = end < 0 ? rest : rest.first(end);
        if (!current.isValidUtf8())
            return failAt(line, YamlText::tr("the text is not UTF-8"));
        if (std::ranges::any_of(current, isForbidden))
            return failAt(line, YamlText::tr("there is a control character"));
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
    }
    return failAt(line, YamlText::tr("the text is not UTF-8"));
}

Place Reading::placeOf(fy_event *event) const
{
    Place place;
    if (const fy_mark *start = fy_event_start_mark(event)) {
        place.line = start->line + 1;
        place.column = start->column + 1;
        place.start = static_cast<qsizetype>(start->input_pos) + m_skipped;
    }
    if (const fy_mark *end = fy_event_end_mark(event))
        place.end = static_cast<qsizetype>(end->input_pos) + m_skipped;
    return place;
}

Builder::Step Reading::takeScalar(fy_event *event)
{
    const Place place = placeOf(event);
    fy_token *token = event->scalar.value;
    Value value;
    value.text = textOf(token);
    value.line = place.line;
    value.column = place.column;
    value.start = place.start;
    value.end = place.end;
    const fy_scalar_style style = token ? fy_scalar_token_get_style(token) : FYSS_PLAIN;
    value.isQuoted = style != FYSS_PLAIN;
    if (style == FYSS_SINGLE_QUOTED ||
        style == FYSS_DOUBLE_QUOTED) { // the token is what stands between the quotes
        --value.start;
        ++value.end;
        --value.column;
    }
    if (m_isJson && !value.isQuoted && !isJsonWord(value.text))
        return std::unexpected(
            BuildError{place.line, YamlText::tr("JSON has no value like %1").arg(displayText(value.text))});
    value.kind = value.isQuoted || event->scalar.tag ? Kind::String : plainKind(value.text);
    if (event->scalar.tag && !value.isQuoted) {
        const QByteArray tag = textOf(event->scalar.tag);
        if (tag.endsWith(":int") || tag.endsWith(":float") || tag.endsWith(":bool") || tag.endsWith(":null"))
            value.kind = plainKind(value.text);
    }
    return m_builder.scalar(std::move(value), textOf(event->scalar.anchor));
}

Builder::Step Reading::take(fy_event *event)
{
    const Place place = placeOf(event);
    if (place.line > 0)
        m_lastLine = place.line;
    switch (event->type) {
    case FYET_DOCUMENT_START:
        m_builder.beginDocument(std::max(1, place.line));
        return {};
    case FYET_DOCUMENT_END:
        m_builder.endDocument();
        return {};
    case FYET_SCALAR:
        return takeScalar(event);
    case FYET_ALIAS:
        return m_builder.alias(textOf(event->alias.anchor), place);
    case FYET_SEQUENCE_START:
        return m_builder.open(Kind::Sequence, place, textOf(event->sequence_start.anchor));
    case FYET_MAPPING_START:
        return m_builder.open(Kind::Mapping, place, textOf(event->mapping_start.anchor));
    case FYET_SEQUENCE_END:
    case FYET_MAPPING_END:
        return m_builder.close();
    default:
        return {};
    }
}

std::unexpected<Error> Reading::parserError(fy_diag *diag) const
{
    void *position = nullptr;
    while (const fy_diag_error *error = fy_diag_errors_iterate(diag, &position)) {
        const QString detail = displayText(error->msg).trimmed();
        return failAt(error->line > 0 ? error->line : m_lastLine, reasonOf(detail), detail);
    }
    return failAt(m_lastLine, YamlText::tr("this cannot be read"));
}

Result<> Reading::readEvents(fy_parser *parser)
{
    while (fy_event *event = fy_parser_parse(parser)) {
        const bool isEnd = event->type == FYET_STREAM_END;
        const Builder::Step step = take(event);
        fy_parser_event_free(parser, event);
        if (!step)
            return failAt(step.error().line, step.error().message);
        if (isEnd)
            break;
    }
    return {};
}

Result<QList<Document>> Reading::run()
{
    if (const Result<> checked = checkBytes(); !checked)
        return std::unexpected(checked.error());
    const Diag diag = makeDiag();
    fy_parse_cfg config{};
    config.flags = static_cast<fy_parse_cfg_flags>((m_isJson ? FYPCF_JSON_FORCE : FYPCF_JSON_NONE) |
                                                   FYPCF_DEFAULT_VERSION_1_2 | FYPCF_COLLECT_DIAG);
    config.diag = diag.get();
    const Parser parser(diag ? fy_parser_create(&config) : nullptr);
    if (!parser)
        return fail(ErrorKind::Internal, YamlText::tr("The YAML parser could not be started."));
    if (m_text.isEmpty())
        return QList<Document>();
    if (fy_parser_set_string(parser.get(), m_text.data(), static_cast<size_t>(m_text.size())) != 0)
        return parserError(diag.get());
    if (const Result<> read = readEvents(parser.get()); !read)
        return std::unexpected(read.error());
    if (fy_parser_get_stream_error(parser.get()))
        return parserError(diag.get());
    return m_builder.take();
}

} // namespace

Result<QList<Document>> parse(QByteArrayView text, const QString &fileName, const Limits &limits)
{
    return Reading(text, fileName, limits).run();
}

} // namespace Yaml
