# The one place that says how Plumbline is compiled, and the functions by which each folder becomes a target.

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
set(CMAKE_AUTORCC_OPTIONS "--format-version" "1")
set(CMAKE_AUTOMOC_PATH_PREFIX ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

# Two hundred test programs would each hold a copy of everything: 5 GB, 16 GB under the sanitizers.
option(PLUMBLINE_SHARED "Link our parts as shared libraries" OFF)
set(PLUMBLINE_LIBRARY STATIC)
if(PLUMBLINE_SHARED)
    set(PLUMBLINE_LIBRARY SHARED)
    set(CMAKE_LIBRARY_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/lib)
endif()

find_program(PLUMBLINE_CCACHE ccache)
if(PLUMBLINE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${PLUMBLINE_CCACHE})
endif()
find_program(PLUMBLINE_MOLD mold)

add_library(plumbline_flags INTERFACE)
add_library(Plumbline::Flags ALIAS plumbline_flags)
target_compile_options(plumbline_flags INTERFACE
    -Wall -Wextra -Wconversion -Wold-style-cast -Wnon-virtual-dtor -Werror
    -Wno-missing-field-initializers # designated initialisers leave out members that have defaults, on purpose
    -Wno-subobject-linkage # the inside of a class may use what its own file alone knows
    -fpch-preprocess)
target_compile_definitions(plumbline_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_CONTEXTLESS_CONNECT
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_USE_QSTRINGBUILDER QT_ENABLE_STRICT_MODE_UP_TO=0x060800
    QT_NO_KEYWORDS PLUMBLINE_VERSION="${PROJECT_VERSION}")
target_include_directories(plumbline_flags INTERFACE ${PROJECT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/models)
if(PLUMBLINE_MOLD)
    target_link_options(plumbline_flags INTERFACE -fuse-ld=mold)
endif()
if(PLUMBLINE_SHARED) # programs too, for they share the precompiled headers
    target_compile_options(plumbline_flags INTERFACE -fPIC -fno-semantic-interposition)
endif()
if(PLUMBLINE_SANITIZE)
    target_compile_options(plumbline_flags INTERFACE -fsanitize=${PLUMBLINE_SANITIZE} -fno-omit-frame-pointer
        -fno-sanitize-recover=undefined)
    target_link_options(plumbline_flags INTERFACE -fsanitize=${PLUMBLINE_SANITIZE})
endif()

# Qt6::Test defines the folder of each test, by which a precompiled header could not be shared.
add_library(plumbline_qttest INTERFACE)
target_link_libraries(plumbline_qttest INTERFACE $<LINK_ONLY:Qt6::Test>)
target_include_directories(plumbline_qttest SYSTEM INTERFACE
    $<TARGET_PROPERTY:Qt6::Test,INTERFACE_INCLUDE_DIRECTORIES>)
target_compile_definitions(plumbline_qttest INTERFACE QT_TESTLIB_LIB)
target_compile_options(plumbline_qttest INTERFACE
    -Wno-conversion # QTRY_VERIFY narrows inside Qt's macro
    -Og) # half of a full build is tests: what they call is optimised, they are not
if(PLUMBLINE_SANITIZE) # what they call is watched for undefined behaviour, they are not: a quarter of their time
    target_compile_options(plumbline_qttest INTERFACE -fno-sanitize=undefined)
endif()

# Every target of a kind links the same Qt modules, so that all of them can share one precompiled header.
set(PLUMBLINE_CORE_QT Qt6::Core Qt6::Concurrent)
set(PLUMBLINE_GUI_QT Qt6::Core Qt6::Concurrent Qt6::Network Qt6::Gui Qt6::Widgets Qt6::Svg KF6::SyntaxHighlighting
    KF6::BreezeIcons)

set(_core_headers <QByteArray> <QCoreApplication> <QDateTime> <QDir> <QFile> <QFileInfo> <QHash> <QJsonArray>
    <QJsonDocument> <QJsonObject> <QList> <QMap> <QObject> <QSet> <QString> <QStringList> <QtConcurrentRun> <QFuture>
    <QAbstractItemModel> <QProcessEnvironment>
    <algorithm> <array> <expected> <functional> <memory> <optional> <span> <stop_token> <utility> <variant> <vector>)
set(_gui_headers ${_core_headers} <QAbstractScrollArea> <QAction> <QApplication> <QBoxLayout> <QEvent> <QFontMetricsF>
    <QIcon> <QKeyEvent> <QLabel> <QLineEdit> <QListView> <QMenu> <QPaintEvent> <QPainter> <QPalette> <QPlainTextEdit>
    <QPushButton> <QSplitter> <QStackedWidget> <QStyledItemDelegate> <QToolButton> <QTreeView> <QWidget>)
set(_test_headers <QTest> <QSignalSpy> <QTemporaryDir> <QAbstractItemModelTester>)

function(_plumbline_pch kind)
    file(WRITE ${CMAKE_BINARY_DIR}/pch/${kind}.cpp "// Holds the precompiled header of the ${kind} targets.\n")
    add_library(pch_${kind} OBJECT ${CMAKE_BINARY_DIR}/pch/${kind}.cpp)
    set_target_properties(pch_${kind} PROPERTIES AUTOMOC OFF AUTORCC OFF)
    cmake_parse_arguments(arg "" "" "QT;HEADERS" ${ARGN})
    target_link_libraries(pch_${kind} PRIVATE Plumbline::Flags ${arg_QT})
    target_precompile_headers(pch_${kind} PRIVATE ${arg_HEADERS})
endfunction()
_plumbline_pch(core QT ${PLUMBLINE_CORE_QT} HEADERS ${_core_headers})
_plumbline_pch(gui QT ${PLUMBLINE_GUI_QT} HEADERS ${_gui_headers})
if(PLUMBLINE_TESTS)
    _plumbline_pch(coretest QT ${PLUMBLINE_CORE_QT} plumbline_qttest HEADERS ${_core_headers} ${_test_headers})
    _plumbline_pch(guitest QT ${PLUMBLINE_GUI_QT} plumbline_qttest HEADERS ${_gui_headers} ${_test_headers})
endif()

# plumbline_module(Git SOURCES a.cpp HEADERS a.h PUBLIC Models::Base PRIVATE PkgConfig::libgit2)
# One folder of models/: a library, target models_git, alias Models::Git.
function(plumbline_module name)
    cmake_parse_arguments(arg "" "" "SOURCES;HEADERS;PUBLIC;PRIVATE" ${ARGN})
    string(TOLOWER ${name} lower)
    add_library(models_${lower} ${PLUMBLINE_LIBRARY} ${arg_SOURCES} ${arg_HEADERS})
    add_library(Models::${name} ALIAS models_${lower})
    target_link_libraries(models_${lower}
        PUBLIC Plumbline::Flags ${PLUMBLINE_CORE_QT} ${arg_PUBLIC}
        PRIVATE ${arg_PRIVATE})
    target_precompile_headers(models_${lower} REUSE_FROM pch_core)
endfunction()

# plumbline_ui(Diff SOURCES … PUBLIC … PRIVATE …): one folder of ui/, target ui_diff, alias Ui::Diff.
function(plumbline_ui name)
    cmake_parse_arguments(arg "" "" "SOURCES;HEADERS;PUBLIC;PRIVATE" ${ARGN})
    string(TOLOWER ${name} lower)
    add_library(ui_${lower} ${PLUMBLINE_LIBRARY} ${arg_SOURCES} ${arg_HEADERS})
    add_library(Ui::${name} ALIAS ui_${lower})
    target_link_libraries(ui_${lower}
        PUBLIC Plumbline::Flags ${PLUMBLINE_GUI_QT} ${arg_PUBLIC}
        PRIVATE ${arg_PRIVATE})
    target_precompile_headers(ui_${lower} REUSE_FROM pch_gui)
endfunction()

# One run of moc for each source that includes what it makes. AUTOMOC would start several processes and compile one
# more file for every test program. What moc needs to know it knows without reading Qt's headers.
function(_plumbline_moc name)
    set_target_properties(${name} PROPERTIES AUTOMOC OFF AUTORCC OFF)
    target_include_directories(${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${name}_moc)
    foreach(source ${ARGN})
        cmake_path(ABSOLUTE_PATH source)
        cmake_path(GET source STEM stem)
        file(STRINGS ${source} included REGEX "^#include \"${stem}\\.moc\"")
        if(included)
            set(made ${CMAKE_CURRENT_BINARY_DIR}/${name}_moc/${stem}.moc)
            add_custom_command(OUTPUT ${made} COMMAND Qt6::moc ${source} -o ${made} DEPENDS ${source} VERBATIM)
            target_sources(${name} PRIVATE ${made})
        endif()
    endforeach()
endfunction()

# plumbline_test(tst_name [GUI] SOURCES … LINK … [ENVIRONMENT A=b …]): one Qt Test program, one test of ctest.
function(plumbline_test name)
    cmake_parse_arguments(arg "GUI" "TIMEOUT" "SOURCES;LINK;ENVIRONMENT" ${ARGN})
    if(NOT arg_SOURCES)
        set(arg_SOURCES ${name}.cpp)
    endif()
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    add_executable(${name} ${arg_SOURCES})
    set_target_properties(${name} PROPERTIES UNITY_BUILD OFF)
    _plumbline_moc(${name} ${arg_SOURCES})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    if(arg_GUI)
        target_link_libraries(${name} PRIVATE Plumbline::Flags ${PLUMBLINE_GUI_QT} plumbline_qttest ${arg_LINK})
        target_precompile_headers(${name} REUSE_FROM pch_guitest)
    else()
        target_link_libraries(${name} PRIVATE Plumbline::Flags ${PLUMBLINE_CORE_QT} plumbline_qttest ${arg_LINK})
        target_precompile_headers(${name} REUSE_FROM pch_coretest)
        # Over the preset's, which still lets the tests with a window leak.
        list(APPEND arg_ENVIRONMENT ASAN_OPTIONS=detect_leaks=1)
    endif()
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_FORCE_STDERR_LOGGING=1;GIT_CONFIG_NOSYSTEM=1;${arg_ENVIRONMENT}")
endfunction()
